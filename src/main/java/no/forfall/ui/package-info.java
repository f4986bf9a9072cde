/**
 * What every desk shares on the screen: the page layout and its fragments, the formats of amounts and dates, the three
 * languages and the browser code. Knows nothing of cases or processes; rooms bring their own templates and messages.
 */
@NullMarked
@ApplicationModule(
        displayName = "User interface",
        allowedDependencies = {"shared"})
package no.forfall.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
