package no.forfall.arrangements;

import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * A second person has not approved the plan; it is agreed on anew.
 *
 * @param reason in the person's own words; null when none was given
 */
public record PlanRefused(CaseNumber caseNumber, @Nullable String reason) implements CaseEvent {}
