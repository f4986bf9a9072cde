package no.forfall.cases;

import java.util.Map;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/**
 * A room above that knows something of how urgent cases are. It is asked about many at once, apart from what happens on
 * them, and reads them together.
 */
public interface UrgencyContributor {

    /** Adds what the room knows of each case; what it does not know stays as it is. */
    void contribute(Map<CaseNumber, Urgency> cases);

    /** Whether what the room knows of the event's case has changed, so that it is asked again soon. */
    default boolean changes(CaseEvent event) {
        return false;
    }
}
