package no.forfall.cases;

import java.time.LocalDate;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;

/** Everything on the case stands still; without an end date until someone resumes it. */
public record CaseHeld(
        CaseNumber caseNumber, String reason, @Nullable LocalDate until) implements CaseEvent {}
