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
 * @param otherCurrency whether a claim in another currency than the country's own bears statutory interest
 */
public record Readings(
        InterestFrom interestFrom,
        WeekendDueDate weekendDueDate,
        CompensationOf compensationOf,
        Email email,
        BusinessFee businessFee,
        OtherCurrency otherCurrency) {

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

    /** The rates of forsinkelsesrenteloven § 3 and räntelagen § 6 follow the money market of the country's own currency. */
    public enum OtherCurrency {
        /** None is counted; what the parties agreed is theirs to claim. */
        NO_INTEREST,
        /** The same percentage as for a claim in the country's currency. */
        SAME_RATE
    }

    public static final Readings DEFAULT = new Readings(
            InterestFrom.DAY_AFTER_DUE_DATE,
            WeekendDueDate.MONDAY,
            CompensationOf.LOWER,
            Email.REGISTERED_ADDRESS,
            BusinessFee.STATUTORY,
            OtherCurrency.NO_INTEREST);

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
