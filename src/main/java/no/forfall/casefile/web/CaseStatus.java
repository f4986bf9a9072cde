package no.forfall.casefile.web;

import no.forfall.cases.CaseState;

/** The state of a case as addresses write it. */
enum CaseStatus {
    open(CaseState.OPEN),
    held(CaseState.HELD),
    closed(CaseState.CLOSED);

    private final CaseState state;

    CaseStatus(CaseState state) {
        this.state = state;
    }

    CaseState state() {
        return state;
    }
}
