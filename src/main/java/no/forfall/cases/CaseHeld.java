package no.forfall.cases;

import java.time.LocalDate;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * Everything on the case stands still; without an end date until someone resumes it.
 *
 * @param beginsOn the first day of it; null when that is the day on which it was asked for
 * @param kind what for
 */
public record CaseHeld(
        CaseNumber caseNumber,
        String reason,
        @Nullable LocalDate until,
        @Nullable LocalDate beginsOn,
        Pause.Kind kind) implements CaseEvent {}
