package no.forfall.cases;

import java.time.Instant;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * A place at which a process of a case stands.
 *
 * @param token names the visit
 * @param kind the BPMN kind of the element, such as {@code userTask}
 * @param until when the wait ends by itself; null when it waits for something else than time
 */
public record Token(
        String token,
        CaseNumber caseNumber,
        String process,
        String definition,
        String element,
        String name,
        String kind,
        Instant since,
        @Nullable Instant until) {}
