package no.forfall.payments;

import java.time.Instant;
import no.forfall.shared.CaseNumber;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What became of a payment, or of a part of it.
 *
 * @param key under which it was asked for
 * @param amount positive for money that came in
 * @param invoiceId the invoice that took it; null when it left these books
 * @param person user name; null when it was posted by its reference
 * @param undone how it was taken back; null while it stands
 */
public record Move(
        long id,
        String key,
        long paymentId,
        Kind kind,
        Money amount,
        @Nullable Long invoiceId,
        @Nullable CaseNumber caseNumber,
        @Nullable String reason,
        @Nullable String person,
        Instant at,
        @Nullable Undone undone) {

    /** Where the money went. */
    public enum Kind {
        /** To an invoice. */
        POSTED,
        /** Back to who paid. */
        RETURNED,
        /** Nowhere here: it is not about a claim that is followed here, or was told of twice. */
        NOT_OURS,
        /** The bank took it back, or this is how it did. */
        REVERSED
    }

    /** Who took it back, when and why. */
    public record Undone(
            Instant at, String person, @Nullable String reason) {}
}
