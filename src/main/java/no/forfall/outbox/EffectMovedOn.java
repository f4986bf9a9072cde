package no.forfall.outbox;

import java.util.UUID;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.FlowEvent;

/** An effect that had stood still is on its way again, was settled by a person or was withdrawn. */
public record EffectMovedOn(CaseNumber caseNumber, UUID key, String activity, EffectState state) implements FlowEvent {}
