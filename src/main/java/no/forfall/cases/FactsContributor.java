package no.forfall.cases;

import java.util.Map;
import no.forfall.law.CaseFacts;
import no.forfall.shared.CaseNumber;

/**
 * A room above that knows something the law asks about: letters that were sent, objections that are open. It is asked about
 * many cases at once and reads them together.
 */
public interface FactsContributor {

    /** Adds what the room knows to the facts of each case; what it does not know stays as it is. */
    void contribute(Map<CaseNumber, CaseFacts.Builder> facts);
}
