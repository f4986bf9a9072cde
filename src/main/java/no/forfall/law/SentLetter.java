package no.forfall.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A letter that has left the house. Dates are local dates in the creditor's country.
 *
 * @param sentOn the day of sending, from which deadlines are counted
 * @param deadline the last day to pay that the letter stated, or null when it stated none
 * @param withFee whether it charged a reminder fee; stays true when the fee is waived later, as it still counts
 * @param byEmail whether it went as plain e-mail; {@link Readings.Email} says what that is worth
 */
public record SentLetter(
        LegalStep step, LocalDate sentOn, @Nullable LocalDate deadline, boolean withFee, boolean byEmail) {

    /** A letter on paper. */
    public SentLetter(LegalStep step, LocalDate sentOn, @Nullable LocalDate deadline, boolean withFee) {
        this(step, sentOn, deadline, withFee, false);
    }

    boolean gaveAtLeast(int days) {
        return deadline != null && !deadline.isBefore(sentOn.plusDays(days));
    }
}
