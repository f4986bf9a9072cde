/**
 * How a file comes in: through a program, a page, a watched folder or from a server where it waits. The room takes the file, hands it to the importer of
 * its kind, tells what became of every line with reason and mend, and keeps the report. What a line means is known above.
 *
 * <p>Calls identity to know who sent a file, home for the folders, and the user interface for its page.
 */
@NullMarked
@ApplicationModule(
        displayName = "Intake",
        allowedDependencies = {"shared", "identity", "home", "ui", "sftp"})
package no.forfall.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
