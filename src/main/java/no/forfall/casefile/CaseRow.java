package no.forfall.casefile;

import java.time.LocalDate;
import java.util.List;
import no.forfall.cases.CaseState;
import no.forfall.shared.CaseNumber;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One case in a list.
 *
 * @param dueOn the due date in force
 * @param daysOverdue zero before and on the due date, and when the case is closed
 * @param openPrincipal what is open of the principal
 * @param steps where its processes stand, in the reader's language
 * @param plannedNext null when nothing is planned
 */
public record CaseRow(
        CaseNumber number,
        String debtor,
        @Nullable String organisationNumber,
        String creditor,
        String invoice,
        LocalDate dueOn,
        long daysOverdue,
        Money openPrincipal,
        CaseState status,
        LocalDate openedOn,
        List<String> steps,
        @Nullable PlannedStep plannedNext) {

    CaseRow standingAt(List<String> steps, @Nullable PlannedStep plannedNext) {
        return new CaseRow(
                number,
                debtor,
                organisationNumber,
                creditor,
                invoice,
                dueOn,
                daysOverdue,
                openPrincipal,
                status,
                openedOn,
                steps,
                plannedNext);
    }
}
