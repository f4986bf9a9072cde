package no.forfall.cases;

import java.util.Map;
import no.forfall.policy.PastInvoice;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/**
 * A room above that knows something of how a debtor behaves: letters that it needed, objections that it raised, promises that
 * it kept. It is asked about many cases at once and reads them together.
 */
public interface BehaviourContributor {

    /** Adds what the room knows to the past of each case. */
    void recall(Map<CaseNumber, PastInvoice> past);

    /** Whether what the room knows has changed, so that the debtor of the case is to be counted anew. */
    default boolean changes(CaseEvent event) {
        return false;
    }
}
