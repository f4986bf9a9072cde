package no.forfall.correspondence;

import java.time.LocalDate;
import no.forfall.law.LegalStep;

/**
 * The letters of the house: the demands, from the kindest to the last one before the agency, and the letters that only tell.
 * A letter that only tells charges nothing, sets no deadline, counts as no reminder, and leaves even while the case stands
 * still or after it was closed.
 */
public enum LetterType {

    /** Before the due date: a friendly word, nothing more. */
    PRE_DUE_REMINDER(LegalStep.CONTACT),

    /** After the due date: please pay now. No fee, no interest, no new deadline. */
    FRIENDLY_REMINDER(LegalStep.CONTACT),

    /** Norway: purring. Sweden: betalningspåminnelse with a deadline. */
    FEE_REMINDER(LegalStep.REMINDER),

    /** Norway: inkassovarsel (inkassoloven § 9). Sweden: the reminder that announces the hand-over (inkassolagen § 1). */
    COLLECTION_NOTICE(LegalStep.NOTICE),

    /** What the debtor has promised to pay, and until when nothing happens. */
    PROMISE_CONFIRMATION(LegalStep.NONE),

    /** Instalments that the debtor may say yes to. */
    PLAN_PROPOSAL(LegalStep.NONE),

    /** The instalments that were agreed on. */
    PLAN_CONFIRMATION(LegalStep.NONE),

    /** The objection has arrived, and what is disputed is not asked for until it is answered. */
    DISPUTE_RECEIVED(LegalStep.NONE),

    /** What we have to know before we can decide on the objection. */
    DISPUTE_QUESTION(LegalStep.NONE),

    /** What became of the objection, and what is left of the claim. */
    DISPUTE_DECIDED(LegalStep.NONE),

    /** The claim is paid. */
    THANK_YOU(LegalStep.NONE),

    /** All that the debtor has open with the creditor, each invoice by itself. Asks for nothing. */
    STATEMENT_OF_ACCOUNT(LegalStep.NONE),

    /** Which agency has the claim now. */
    HAND_OVER_INFORMATION(LegalStep.NONE);

    private final LegalStep legalStep;

    LetterType(LegalStep legalStep) {
        this.legalStep = legalStep;
    }

    /** What the letter does in law. */
    public LegalStep legalStep() {
        return legalStep;
    }

    /** Whether it asks for payment; else it only tells. */
    public boolean demands() {
        return legalStep != LegalStep.NONE;
    }

    /** Whether the letter may charge a reminder fee, as far as its kind goes; the law decides on the day. */
    public boolean mayBearFee() {
        return legalStep.isWeighedByLaw();
    }

    /** Whether the letter demands the interest that has run. */
    public boolean claimsInterest() {
        return legalStep.isWeighedByLaw();
    }

    /** Whether the letter gives a new last day to pay. */
    public boolean setsDeadline() {
        return legalStep.isWeighedByLaw();
    }

    /**
     * The letter that is true on the day it leaves: a friendly word that was held up past the due date becomes the friendly
     * reminder, and the other way round.
     *
     * @param due the day on which payment is in time, weekends considered
     */
    LetterType on(LocalDate today, LocalDate due) {
        if (legalStep != LegalStep.CONTACT) {
            return this;
        }
        return today.isAfter(due) ? FRIENDLY_REMINDER : PRE_DUE_REMINDER;
    }
}
