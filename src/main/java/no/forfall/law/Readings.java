package no.forfall.law;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * How this house reads the law where statutes and courts leave a question open. Immutable; {@link #DEFAULT} is what favours
 * the debtor, see decision 0010. The order in which payments are applied is read by the ledger and set there.
 *
 * @param interestFrom the first day that bears interest
 * @param weekendDueDate what becomes of a due date on a Saturday or Sunday
 * @param compensationOf which half-year's compensation is owed; Norway only, where it changes
 * @param email whether plain e-mail carries a notice "på betryggende måte"
 * @param businessFee what a reminder may cost a business in Norway
 */
public record Readings(
        InterestFrom interestFrom,
        WeekendDueDate weekendDueDate,
        CompensationOf compensationOf,
        Email email,
        BusinessFee businessFee) {

    /** Forsinkelsesrenteloven § 2, räntelagen § 3. */
    public enum InterestFrom {
        DAY_AFTER_DUE_DATE,
        DUE_DATE
    }

    /** Applies to interest, fees, notices and compensation alike. */
    public enum WeekendDueDate {
        MONDAY,
        AS_STATED
    }

    /** Forsinkelsesrenteloven § 3 a. */
    public enum CompensationOf {
        /** The lower of the two below. */
        LOWER,
        /** Of the half-year in which the claim fell due. */
        DUE_DATE,
        /** Of the half-year in which it is claimed. */
        DEMAND
    }

    /** Inkassoloven § 3 a. */
    public enum Email {
        /** Counts, since we send only to the address the debtor is registered with and take a refused one as not delivered. */
        REGISTERED_ADDRESS,
        /** Does not count: a notice by e-mail carries no hand-over. */
        NEVER
    }

    /** Inkassoforskriften §§ 1-2, 1-5. */
    public enum BusinessFee {
        /** The same twentieth as everybody else. */
        STATUTORY,
        /** The first letter may cost as much as the standard compensation, and no other costs anything. */
        COMPENSATION
    }

    public static final Readings DEFAULT = new Readings(
            InterestFrom.DAY_AFTER_DUE_DATE,
            WeekendDueDate.MONDAY,
            CompensationOf.LOWER,
            Email.REGISTERED_ADDRESS,
            BusinessFee.STATUTORY);

    /** The last day on which payment of an invoice is in time. */
    LocalDate effectiveDueDate(LocalDate dueDate) {
        var weekend = dueDate.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        return weekend && weekendDueDate == WeekendDueDate.MONDAY
                ? dueDate.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                : dueDate;
    }

    LocalDate firstInterestDay(LocalDate dueDate) {
        var due = effectiveDueDate(dueDate);
        return interestFrom == InterestFrom.DUE_DATE ? due : due.plusDays(1);
    }
}
