package no.forfall.adjustments;

import no.forfall.receivables.LineKind;

/** What a person may do to a claim by hand. */
public enum Adjustment {
    /** A part, or an amount of a part, is given up. */
    WAIVER(LineKind.WAIVER),
    /** A credit note lowers the claim, below zero when it is larger. */
    CREDIT(LineKind.CREDIT),
    /** What was paid or credited beyond the claim is given back. */
    REFUND(LineKind.REFUND),
    /** The rest is no longer expected; the case ends. */
    WRITE_OFF(LineKind.WRITE_OFF);

    private final LineKind lineKind;

    Adjustment(LineKind lineKind) {
        this.lineKind = lineKind;
    }

    LineKind lineKind() {
        return lineKind;
    }

    /** Whether it gives the debtor something; a handler may do that up to a limit. */
    boolean isWithinLimit() {
        return this == WAIVER || this == CREDIT;
    }
}
