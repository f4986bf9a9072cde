package no.forfall.receivables;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a posting goes back to.
 *
 * @param on booking day, a local date of the creditor's country
 * @param source a letter's, payment's or action's key; the same source posts once on an invoice
 * @param reason why a person did it; null where no person chose
 * @param person user name of who did it; null where no person did
 */
public record Voucher(
        LocalDate on,
        String source,
        @Nullable String reason,
        @Nullable String person) {

    /** A posting that follows from something else than a person's choice. */
    public static Voucher of(LocalDate on, String source) {
        return new Voucher(on, source, null, null);
    }
}
