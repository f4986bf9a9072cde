package no.forfall.policy;

/**
 * How far a promise of paying may go. Whatever the table says, it lies within {@link #LONGEST} days and has a grace of one
 * banking day at least, since a payment of the last day is in the bank's data a day later.
 *
 * @param mostDays how many days ahead it may lie
 * @param leastShare percent of what is to be paid that a promised part is at least
 * @param graceDays banking days after the promised day
 * @param basis the row that says so
 */
public record PromiseTerms(int mostDays, int leastShare, int graceDays, TermsBasis basis) {

    /** No promise lies farther ahead, in days. */
    public static final int LONGEST = 90;
}
