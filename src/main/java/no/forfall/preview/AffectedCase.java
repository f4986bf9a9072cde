package no.forfall.preview;

import java.time.LocalDate;
import java.util.List;
import no.forfall.law.LegalStep;
import no.forfall.shared.CaseNumber;
import org.joda.money.Money;

/** An open case with the steps whose answer changes, at least one. */
public record AffectedCase(
        CaseNumber number,
        String debtor,
        String creditor,
        String invoice,
        LocalDate dueOn,
        Money openPrincipal,
        List<Change> changes) {

    public record Change(LegalStep step, Outlook before, Outlook after) {}
}
