package no.forfall.payments;

import java.time.Instant;
import java.time.LocalDate;
import no.forfall.shared.CaseNumber;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment as the bank told of it, and what became of it.
 *
 * @param bookedOn local date of the bank
 * @param account the account that the money came to
 * @param reason null when it is posted whole
 * @param waiting what no invoice took, in the payment's currency; negative for a reversal
 * @param caseNumber the case that its reference led to; null when it led to none
 */
public record Payment(
        long id,
        LocalDate bookedOn,
        Money amount,
        @Nullable String reference,
        @Nullable String payer,
        @Nullable String account,
        @Nullable String text,
        PaymentState state,
        @Nullable QueueReason reason,
        Money waiting,
        @Nullable CaseNumber caseNumber,
        Instant receivedAt) {}
