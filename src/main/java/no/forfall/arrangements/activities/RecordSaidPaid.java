package no.forfall.arrangements.activities;

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
 * Records out of a process that the debtor says it has paid. The process first comes to rest at its next wait; then the case
 * is held until the payment has come or someone has looked for it.
 */
@Component
@Label(nb = "Registrer at kunden har betalt", sv = "Registrera att kunden har betalat", en = "Record that it is paid")
class RecordSaidPaid implements InsideActivity<RecordSaidPaid.Input> {

    record Input(
            @Label(nb = "Betalt dato", sv = "Betalt datum", en = "Paid on") @Nullable
            String paidOn) {}

    private final DebtorAnswers answers;
    private final Flow flow;

    RecordSaidPaid(@Lazy DebtorAnswers answers, @Lazy Flow flow) {
        this.answers = answers;
        this.flow = flow;
    }

    @Override
    public String name() {
        return "recordSaidPaid";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Map<String, Object> run(CaseNumber caseNumber, Input input) {
        String on = input.paidOn();
        LocalDate day = on == null || on.isBlank() ? null : LocalDate.parse(on);
        flow.whenAtRest(() -> Faults.named(Map.of("day", "paidOn"), () -> answers.paid(caseNumber, day)));
        return Map.of();
    }
}
