package no.forfall.agency;

import no.forfall.shared.CaseNumber;

/** The claim is not with an agency, so that there is nothing to call back. */
public class NotWithAgency extends RuntimeException {

    NotWithAgency(CaseNumber caseNumber) {
        super("Case " + caseNumber + " is not with an agency; look at its hand-overs");
    }
}
