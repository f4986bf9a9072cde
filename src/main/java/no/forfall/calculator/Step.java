package no.forfall.calculator;

import no.forfall.law.LegalStep;

/** The steps that may be asked about, in the words of people. */
public enum Step {
    REMINDER(LegalStep.REMINDER),
    REMINDER_WITH_FEE(LegalStep.REMINDER),
    COLLECTION_NOTICE(LegalStep.NOTICE),
    COMPENSATION(LegalStep.COMPENSATION),
    HAND_OVER(LegalStep.HAND_OVER);

    private final LegalStep legal;

    Step(LegalStep legal) {
        this.legal = legal;
    }

    LegalStep legal() {
        return legal;
    }

    boolean setsDeadline() {
        return legal == LegalStep.REMINDER || legal == LegalStep.NOTICE;
    }
}
