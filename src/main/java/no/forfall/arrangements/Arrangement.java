package no.forfall.arrangements;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.forfall.policy.TermsBasis;
import no.forfall.shared.CaseNumber;
import org.joda.money.Money;

/**
 * A promise to pay or an instalment plan. Dates are local dates in the creditor's country.
 *
 * @param madeBy user name of who recorded it, or {@link no.forfall.identity.CurrentPerson#DEBTOR}
 * @param settledBefore what had been paid and credited on the claim when it was made; what comes after counts
 * @param instalments by date, one for a promise
 * @param terms the grace and the fee that the policy gave it
 */
public record Arrangement(
        UUID id,
        CaseNumber caseNumber,
        ArrangementKind kind,
        LocalDate madeOn,
        String madeBy,
        Money settledBefore,
        List<Instalment> instalments,
        Terms terms,
        ArrangementState state) {

    public Arrangement {
        instalments = List.copyOf(instalments);
    }

    /**
     * What the policy gave a promise or plan when it was made.
     *
     * @param graceDays banking days after the day on which something is due; a payment under way is not a broken word
     * @param fee what the plan itself costs, which is part of its instalments and charged when its confirmation leaves; zero for most
     * @param version the edition of the policy's table, and {@code row} its row; 0 when none was asked
     */
    public record Terms(int graceDays, Money fee, int version, int row) {

        static Terms of(int graceDays, Money fee, TermsBasis basis) {
            return new Terms(graceDays, fee, basis.version(), basis.row());
        }
    }

    /** All that is to be paid. */
    public Money total() {
        return instalments.stream().map(Instalment::amount).reduce(Money::plus).orElseThrow();
    }

    /** The first day on which something is to be paid. */
    public LocalDate firstOn() {
        return instalments.get(0).dueOn();
    }

    public int graceDays() {
        return terms.graceDays();
    }

    Arrangement in(ArrangementState other) {
        return new Arrangement(id, caseNumber, kind, madeOn, madeBy, settledBefore, instalments, terms, other);
    }
}
