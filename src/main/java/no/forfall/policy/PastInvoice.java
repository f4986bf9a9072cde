package no.forfall.policy;

import java.time.LocalDate;
import java.util.List;
import no.forfall.law.LegalStep;
import no.forfall.law.SentLetter;
import org.jspecify.annotations.Nullable;

/**
 * What happened with one invoice after it fell due, as far as it says something about its debtor. The rooms that know a part
 * of it add that part. Dates are local dates in the creditor's country.
 */
public final class PastInvoice {

    /** A payment ordered on the last day is in the bank's data a day later, and booked the day after. */
    private static final int DAYS_IN_THE_BANK = 2;

    private final LocalDate payableOn;
    private final @Nullable LocalDate paidOn;
    private final boolean open;
    private final boolean inParts;
    private List<SentLetter> letters = List.of();
    private boolean handedOver;
    private boolean objectionOpen;
    private boolean spared;
    private int daysGranted;
    private int promisesKept;
    private int promisesBroken;
    private int disputesRejected;
    private int disputesUpheld;

    /**
     * @param payableOn the last day on which payment was in time
     * @param paidOn when the last of the principal was paid; null when it was not paid
     * @param open whether the case is followed still
     * @param inParts whether some of the principal was paid before the last of it
     */
    public PastInvoice(LocalDate payableOn, @Nullable LocalDate paidOn, boolean open, boolean inParts) {
        this.payableOn = payableOn;
        this.paidOn = paidOn;
        this.open = open;
        this.inParts = inParts;
    }

    /** The letters that were sent and reached the debtor; any order. */
    public void letters(List<SentLetter> sent) {
        letters = sent;
    }

    /** An agency has had the claim. */
    public void handedOver() {
        handedOver = true;
    }

    /** More time was given. */
    public void granted(int days) {
        daysGranted += days;
    }

    /** Promises of paying, and plans, that have ended. */
    public void promises(int kept, int broken) {
        promisesKept += kept;
        promisesBroken += broken;
    }

    /** An objection was decided, and the claim stood. */
    public void disputeRejected() {
        disputesRejected++;
    }

    /** An objection was decided, and the debtor was right, in full or in part. */
    public void disputeUpheld() {
        disputesUpheld++;
    }

    /** An objection waits for its decision. */
    public void disputed() {
        objectionOpen = true;
    }

    /** The debtor is insolvent, or somebody else answers for what it owes: its way of paying is not judged. */
    public void spare() {
        spared = true;
    }

    boolean isSpared() {
        return spared;
    }

    /** Whether it may count against the debtor; one that the debtor was or may be right about never does. */
    boolean counts() {
        return disputesUpheld == 0 && !objectionOpen;
    }

    boolean isOpenOverdue(LocalDate today) {
        return open && today.isAfter(payableOn);
    }

    boolean isPaidInTime() {
        return paidOn != null && paidOn.isBefore(payableOn.plusDays(DAYS_IN_THE_BANK));
    }

    /** Whether it was paid only after a notice, or is or was with an agency. */
    boolean isForced() {
        return handedOver || paidAfter(LegalStep.NOTICE);
    }

    /** Whether it was paid late, at once, and before any letter but a friendly one. */
    boolean isPaidAfterFirst() {
        return paidOn != null && !isPaidInTime() && !isForced() && !inParts && !paidAfter(LegalStep.REMINDER);
    }

    boolean isPaid() {
        return paidOn != null;
    }

    private boolean paidAfter(LegalStep step) {
        return paidOn != null
                && letters.stream()
                        .anyMatch(letter ->
                                letter.step() == step && letter.sentOn().isBefore(paidOn));
    }

    boolean isPaidInParts() {
        return inParts;
    }

    int daysGranted() {
        return daysGranted;
    }

    int promisesKept() {
        return promisesKept;
    }

    int promisesBroken() {
        return promisesBroken;
    }

    int disputesRejected() {
        return disputesRejected;
    }

    int disputesUpheld() {
        return disputesUpheld;
    }
}
