package no.forfall.disputes;

import no.forfall.shared.CaseNumber;

/** No objection of the case was decided, so that none can be taken up again. */
public class NothingDecided extends RuntimeException {

    NothingDecided(CaseNumber caseNumber) {
        super("Case " + caseNumber + " has no decided dispute to take up again; record a new one");
    }
}
