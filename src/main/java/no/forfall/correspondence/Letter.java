package no.forfall.correspondence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import no.forfall.policy.LetterTerms;
import no.forfall.shared.CaseNumber;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it is on record.
 *
 * @param id the key of its effect
 * @param dated the day on it, in the creditor's country
 * @param sentAt when it left; null before that
 * @param deadline the last day to pay that it gave; null when it gave none
 * @param recipient the mail address, or name and postal address on one line
 * @param principal what it asked for of the principal
 * @param fee what it asked for in fees, those of earlier letters included
 * @param newFee the fee it charged itself; zero when none
 * @param terms what the creditor's policy chose for it; null for a letter from before it was kept
 * @param newInterest the interest it charged beyond what earlier letters had
 * @param newCompensation the whole compensation it charged, before earlier fees were set off; zero when none
 * @param returned that it did not arrive; null as long as nobody knows that
 */
public record Letter(
        UUID id,
        CaseNumber caseNumber,
        LetterType type,
        LetterState state,
        Channel channel,
        String recipient,
        Locale language,
        String subject,
        LocalDate dated,
        @Nullable Instant sentAt,
        @Nullable LocalDate deadline,
        Money principal,
        Money fee,
        Money interest,
        Money compensation,
        Money costs,
        Money newFee,
        Money newInterest,
        Money newCompensation,
        @Nullable LetterTerms terms,
        @Nullable LetterReturn returned) {

    /** Whether it counts as a letter in law: it has left, and nobody knows that it did not arrive. */
    public boolean counts() {
        return state == LetterState.SENT && returned == null;
    }

    /** All that it asked for. */
    public Money total() {
        return principal.plus(fee).plus(interest).plus(compensation).plus(costs);
    }
}
