package no.forfall.agency;

import java.util.UUID;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/**
 * The claim has reached the agency.
 *
 * @param principal what was open of it, with currency
 */
public record HandedOver(CaseNumber caseNumber, UUID handoverId, String agency, String principal)
        implements CaseEvent {}
