package no.forfall.engine;

import java.time.Instant;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.FlowEvent;
import org.jspecify.annotations.Nullable;

/**
 * A process of a case has come to an element at which it waits.
 *
 * @param token names the visit
 * @param until when the wait ends by itself; null when it waits for something else than time
 */
public record TokenArrived(
        CaseNumber caseNumber,
        String token,
        String process,
        String definition,
        String element,
        String name,
        String kind,
        @Nullable Instant until)
        implements FlowEvent {}
