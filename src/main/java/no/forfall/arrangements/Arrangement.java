package no.forfall.arrangements;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.forfall.shared.CaseNumber;
import org.joda.money.Money;

/**
 * A promise to pay or an instalment plan. Dates are local dates in the creditor's country.
 *
 * @param madeBy user name of who recorded it, or {@link no.forfall.identity.CurrentPerson#DEBTOR}
 * @param settledBefore what had been paid and credited on the claim when it was made; what comes after counts
 * @param instalments by date, one for a promise
 */
public record Arrangement(
        UUID id,
        CaseNumber caseNumber,
        ArrangementKind kind,
        LocalDate madeOn,
        String madeBy,
        Money settledBefore,
        List<Instalment> instalments,
        ArrangementState state) {

    public Arrangement {
        instalments = List.copyOf(instalments);
    }

    /** All that is to be paid. */
    public Money total() {
        return instalments.stream().map(Instalment::amount).reduce(Money::plus).orElseThrow();
    }

    /** The first day on which something is to be paid. */
    public LocalDate firstOn() {
        return instalments.get(0).dueOn();
    }

    Arrangement in(ArrangementState other) {
        return new Arrangement(id, caseNumber, kind, madeOn, madeBy, settledBefore, instalments, other);
    }
}
