/**
 * What the law has set since the product was built: rates, the last day for which somebody has checked the rules, and the
 * day on which a new act comes into force. One manager enters it with its source, another confirms it, and from that
 * moment every node counts with it. A row is never changed; a correction is a new row with its reason.
 *
 * <p>The law knows nothing of this room; {@link no.forfall.lawbook.ConfirmedLaw} is asked at each question.
 */
@NullMarked
@ApplicationModule(
        displayName = "Law book",
        allowedDependencies = {"shared", "law"})
package no.forfall.lawbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
