package no.forfall.outbox;

import java.util.UUID;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.FlowEvent;
import org.jspecify.annotations.Nullable;

/**
 * An effect stopped on its way and a person or a date must come.
 *
 * @param state {@code QUEUED} (waits for a date), {@code BARRED} or {@code UNKNOWN}
 */
public record EffectStoodStill(
        CaseNumber caseNumber,
        UUID key,
        String activity,
        EffectState state,
        @Nullable String rule,
        String reason,
        @Nullable String until)
        implements FlowEvent {}
