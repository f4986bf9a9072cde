package no.forfall.cases;

import no.forfall.shared.CaseNumber;

/** What was asked of a case cannot be done as it stands. */
public class CaseNotOpen extends RuntimeException {

    private final CaseState state;

    public CaseNotOpen(CaseNumber number, CaseState state) {
        super("Case " + number + " is " + state.name().toLowerCase());
        this.state = state;
    }

    public CaseState state() {
        return state;
    }
}
