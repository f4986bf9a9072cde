package no.forfall.arrangements;

import no.forfall.shared.CaseNumber;

/** An earlier answer of the debtor is still being worked on; that one comes first. */
public class AnswerOpen extends RuntimeException {

    AnswerOpen(CaseNumber caseNumber) {
        super("Case " + caseNumber + " has an open answer of the debtor; that one comes first");
    }
}
