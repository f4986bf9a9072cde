package no.forfall.arrangements;

import java.time.LocalDate;
import org.joda.money.Money;

/**
 * An instalment and what has come of it. Dates are local dates in the creditor's country.
 *
 * @param dueOn a banking day
 * @param paid what has settled it, at most its amount
 * @param lastOn the day on which its grace ends: what has not come by its morning is broken
 */
public record InstalmentStanding(LocalDate dueOn, Money amount, Money paid, LocalDate lastOn, State state) {

    /** How an instalment stands. */
    public enum State {
        /** Its day has not passed. */
        DUE,
        /** It is paid, and its day has not come. */
        AHEAD,
        /** It is paid. */
        PAID,
        /** Its day has passed without all of it; its grace runs. */
        MISSED,
        /** Its grace has passed too. */
        BROKEN
    }

    public Money missing() {
        return amount.minus(paid);
    }
}
