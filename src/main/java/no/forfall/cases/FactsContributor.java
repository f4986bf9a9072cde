package no.forfall.cases;

import no.forfall.law.CaseFacts;
import no.forfall.shared.CaseNumber;

/** A room above that knows something the law asks about: letters that were sent, objections that are open. */
public interface FactsContributor {

    void contribute(CaseNumber caseNumber, CaseFacts.Builder facts);
}
