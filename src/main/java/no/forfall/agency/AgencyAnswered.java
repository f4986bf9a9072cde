package no.forfall.agency;

import java.util.UUID;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * The agency has said how the claim stands.
 *
 * @param paid the money it reports, with currency; null when none
 */
public record AgencyAnswered(
        CaseNumber caseNumber,
        UUID handoverId,
        AgencyStatus status,
        @Nullable String paid) implements CaseEvent {}
