package no.forfall.outbox;

import java.util.UUID;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.FlowEvent;
import org.jspecify.annotations.Nullable;

/**
 * An effect that had stood still is on its way again, was settled by a person or was withdrawn.
 *
 * @param because why it was withdrawn; null where nothing was
 */
public record EffectMovedOn(
        CaseNumber caseNumber,
        UUID key,
        String activity,
        EffectState state,
        @Nullable Because because) implements FlowEvent {

    /** Why an effect does not leave. */
    public enum Because {
        /** Its case was closed before it left, as by a payment. */
        CASE_CLOSED,
        /** Its case began anew, as with a new due date. */
        STARTED_OVER,
        /** A person goes on without it. */
        DECIDED
    }
}
