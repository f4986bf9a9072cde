/** Signs in to SFTP servers, and only to those whose key is known beforehand. Calls no other room. */
@NullMarked
@ApplicationModule(
        displayName = "SFTP",
        allowedDependencies = {})
package no.forfall.sftp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
