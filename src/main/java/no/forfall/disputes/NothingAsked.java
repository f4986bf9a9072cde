package no.forfall.disputes;

import no.forfall.shared.CaseNumber;

/** The debtor was not asked anything that is still to be answered. */
public class NothingAsked extends RuntimeException {

    NothingAsked(CaseNumber caseNumber) {
        super("Nobody waits for an answer on case " + caseNumber + "; ask the debtor first");
    }
}
