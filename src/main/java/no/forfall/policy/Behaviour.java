package no.forfall.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * How a debtor was seen to pay one creditor, counted. An invoice that the debtor was right to object to, or has objected to
 * and nobody has decided, is in none of the numbers but {@code disputesUpheld}.
 *
 * @param inTime invoices that were paid in time
 * @param afterFirst that were paid late, at once, before any letter or after a friendly one
 * @param afterSecond that were paid after a reminder or bit by bit, before a notice
 * @param forced that were paid after a notice, or came to an agency
 * @param openOverdue that are overdue and open
 * @param inParts of which some was paid before the rest
 * @param promisesKept promises and plans that were kept
 * @param daysGranted by how many days debtor and creditor moved due dates and deadlines
 * @param spared whether the debtor is not judged
 */
public record Behaviour(
        int inTime,
        int afterFirst,
        int afterSecond,
        int forced,
        int openOverdue,
        int inParts,
        int promisesKept,
        int promisesBroken,
        int daysGranted,
        int disputesRejected,
        int disputesUpheld,
        boolean spared) {

    private static final int PERCENT = 100;

    /** @param today the day in the creditor's country */
    public static Behaviour of(Collection<PastInvoice> past, LocalDate today) {
        List<PastInvoice> counting = past.stream().filter(PastInvoice::counts).toList();
        return new Behaviour(
                count(counting, invoice -> invoice.isPaidInTime() && !invoice.isForced()),
                count(counting, PastInvoice::isPaidAfterFirst),
                count(
                        counting,
                        invoice -> invoice.isPaid()
                                && !invoice.isPaidInTime()
                                && !invoice.isPaidAfterFirst()
                                && !invoice.isForced()),
                count(counting, PastInvoice::isForced),
                count(counting, invoice -> invoice.isOpenOverdue(today)),
                count(counting, PastInvoice::isPaidInParts),
                sum(counting, PastInvoice::promisesKept),
                sum(counting, PastInvoice::promisesBroken),
                sum(counting, PastInvoice::daysGranted),
                sum(counting, PastInvoice::disputesRejected),
                sum(past, PastInvoice::disputesUpheld),
                past.stream().anyMatch(PastInvoice::isSpared));
    }

    private static int count(Collection<PastInvoice> past, Predicate<PastInvoice> which) {
        return (int) past.stream().filter(which).count();
    }

    private static int sum(Collection<PastInvoice> past, ToIntFunction<PastInvoice> what) {
        return past.stream().mapToInt(what).sum();
    }

    /** The invoices of which it is known how they were paid. */
    public int known() {
        return inTime + afterFirst + afterSecond + forced;
    }

    /** The invoices of {@link #known} that needed nothing but a friendly word. */
    public int easy() {
        return inTime + afterFirst;
    }

    /** What the table is asked with; shares are in percent, and 0 where there is nothing to share. */
    Map<String, Object> facts() {
        return Map.ofEntries(
                Map.entry("known", known()),
                Map.entry("easyShare", share(easy(), known())),
                Map.entry("forced", forced),
                Map.entry("forcedShare", share(forced, known())),
                Map.entry("openOverdue", openOverdue),
                Map.entry("inParts", inParts),
                Map.entry("promisesKept", promisesKept),
                Map.entry("promisesBroken", promisesBroken),
                Map.entry("brokenShare", share(promisesBroken, promisesKept + promisesBroken)),
                Map.entry("daysGranted", daysGranted),
                Map.entry("disputesRejected", disputesRejected),
                Map.entry("disputesUpheld", disputesUpheld));
    }

    private static int share(int part, int whole) {
        return whole == 0 ? 0 : part * PERCENT / whole;
    }
}
