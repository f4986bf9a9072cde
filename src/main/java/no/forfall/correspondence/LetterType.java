package no.forfall.correspondence;

import java.time.LocalDate;
import no.forfall.law.LegalStep;

/** The letters of the house, from the kindest to the last one before the agency. */
public enum LetterType {

    /** Before the due date: a friendly word, nothing more. */
    PRE_DUE_REMINDER(LegalStep.CONTACT),

    /** After the due date: please pay now. No fee, no interest, no new deadline. */
    FRIENDLY_REMINDER(LegalStep.CONTACT),

    /** Norway: purring. Sweden: betalningspåminnelse with a deadline. */
    FEE_REMINDER(LegalStep.REMINDER),

    /** Norway: inkassovarsel (inkassoloven § 9). Sweden: the reminder that announces the hand-over (inkassolagen § 1). */
    COLLECTION_NOTICE(LegalStep.NOTICE);

    private final LegalStep legalStep;

    LetterType(LegalStep legalStep) {
        this.legalStep = legalStep;
    }

    /** What the letter does in law. */
    public LegalStep legalStep() {
        return legalStep;
    }

    /** Whether the letter may charge a reminder fee, as far as its kind goes; the law decides on the day. */
    public boolean mayBearFee() {
        return legalStep != LegalStep.CONTACT;
    }

    /** Whether the letter demands the interest that has run. */
    public boolean claimsInterest() {
        return legalStep != LegalStep.CONTACT;
    }

    /** Whether the letter gives a new last day to pay. */
    public boolean setsDeadline() {
        return legalStep != LegalStep.CONTACT;
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
