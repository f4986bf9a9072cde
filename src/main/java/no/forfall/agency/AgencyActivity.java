package no.forfall.agency;

import no.forfall.engine.OutsideActivity;
import no.forfall.law.LegalStep;

/** Sends something to the agency, which recognises the key: the same message a second time does no harm. */
interface AgencyActivity<I extends Record> extends OutsideActivity<I> {

    /** None: the agency is told, not the debtor. */
    @Override
    default LegalStep legalStep(I input) {
        return LegalStep.NONE;
    }

    @Override
    default boolean repeatable() {
        return true;
    }
}
