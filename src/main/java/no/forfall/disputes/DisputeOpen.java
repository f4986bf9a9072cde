package no.forfall.disputes;

import no.forfall.shared.CaseNumber;

/** The case has an open dispute already; that one is decided first. */
public class DisputeOpen extends RuntimeException {

    DisputeOpen(CaseNumber caseNumber) {
        super("Case " + caseNumber + " has an open dispute; decide that one first");
    }
}
