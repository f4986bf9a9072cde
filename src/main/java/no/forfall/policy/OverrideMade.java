package no.forfall.policy;

import java.time.LocalDate;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * An override was agreed on a case.
 *
 * @param days how many more days; null for kinds that know no number
 */
public record OverrideMade(
        CaseNumber caseNumber,
        OverrideKind override,
        boolean wholeCustomer,
        @Nullable Integer days,
        String owner,
        String note,
        LocalDate endsOn)
        implements CaseEvent {}
