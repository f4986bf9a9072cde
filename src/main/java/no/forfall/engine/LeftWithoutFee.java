package no.forfall.engine;

import java.util.UUID;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.FlowEvent;

/**
 * The law lets a step be taken, but not for the fee it asked for. Said once for each rule.
 *
 * @param reason a sentence in the three languages of the house, as JSON
 */
public record LeftWithoutFee(CaseNumber caseNumber, UUID key, String activity, String rule, String reason)
        implements FlowEvent {}
