/**
 * Hands claims over to a collection agency and hears what becomes of them: the package, its delivery over HTTP, SFTP or
 * into a folder, the agency's answers, the withdrawal, and reports of money that came straight to the creditor. Calls the
 * core and the ground below; its process is {@code agency-collection}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Agency",
        allowedDependencies = {
            "shared",
            "law",
            "engine",
            "outbox",
            "cases",
            "policy",
            "receivables",
            "journal",
            "identity",
            "home",
            "sftp"
        })
package no.forfall.agency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
