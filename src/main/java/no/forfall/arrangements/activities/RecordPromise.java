package no.forfall.arrangements.activities;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import no.forfall.arrangements.DebtorAnswers;
import no.forfall.engine.Flow;
import no.forfall.engine.InsideActivity;
import no.forfall.engine.Label;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Records a promise to pay out of a process, such as after a call. The process first comes to rest at its next wait; then the
 * promise holds the case, in the same transaction.
 */
@Component
@Label(nb = "Registrer betalingsløftet", sv = "Registrera betalningslöftet", en = "Record a promise to pay")
class RecordPromise implements InsideActivity<RecordPromise.Input> {

    record Input(
            @Label(nb = "Lovet dato", sv = "Utlovat datum", en = "Promised date")
            String promiseDate,

            @Label(
                    nb = "Beløp (tomt: alt som skal betales)",
                    sv = "Belopp (tomt: allt som ska betalas)",
                    en = "Amount (empty: all that is to be paid)")
            @Nullable
            String promiseAmount,

            @Label(
                    nb = "Gjelder alle åpne saker hos kunden",
                    sv = "Gäller kundens alla öppna ärenden",
                    en = "For all open cases of the debtor")
            @Nullable
            Boolean promiseAll) {}

    private final DebtorAnswers answers;
    private final Flow flow;

    RecordPromise(@Lazy DebtorAnswers answers, @Lazy Flow flow) {
        this.answers = answers;
        this.flow = flow;
    }

    @Override
    public String name() {
        return "recordPromise";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Map<String, Object> run(CaseNumber caseNumber, Input input) {
        LocalDate on = LocalDate.parse(input.promiseDate());
        String part = input.promiseAmount();
        flow.whenAtRest(() -> Faults.named(Map.of("day", "promiseDate", "amount", "promiseAmount"), () -> {
            if (Boolean.TRUE.equals(input.promiseAll())) {
                answers.promiseAll(caseNumber, on);
            } else {
                answers.promise(caseNumber, on, part == null || part.isBlank() ? null : new BigDecimal(part));
            }
        }));
        return Map.of();
    }
}
