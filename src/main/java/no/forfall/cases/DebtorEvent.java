package no.forfall.cases;

import java.time.LocalDate;
import no.forfall.receivables.DebtorStanding;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * A bankruptcy or a death that stands.
 *
 * @param fileBy the last day on which claims are filed with the estate; null when nobody has said
 * @param caseNumber the case on which a person sees to it
 * @param seenTo whether a person has
 */
public record DebtorEvent(
        long id,
        long debtorId,
        DebtorStanding standing,
        LocalDate happenedOn,
        @Nullable LocalDate fileBy,
        String note,
        CaseNumber caseNumber,
        boolean seenTo) {}
