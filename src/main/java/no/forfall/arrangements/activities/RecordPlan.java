package no.forfall.arrangements.activities;

import java.time.LocalDate;
import java.util.Map;
import no.forfall.arrangements.DebtorAnswers;
import no.forfall.engine.Flow;
import no.forfall.engine.InsideActivity;
import no.forfall.engine.Label;
import no.forfall.shared.CaseNumber;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Records a plan that was agreed in a process, such as on the phone. The process first comes to rest at its next wait; then
 * the plan holds the case, in the same transaction.
 */
@Component
@Label(nb = "Registrer den avtalte planen", sv = "Registrera den avtalade planen", en = "Record an agreed plan")
class RecordPlan implements InsideActivity<RecordPlan.Input> {

    record Input(
            @Label(nb = "Antall avdrag", sv = "Antal avbetalningar", en = "Instalments")
            int instalments,

            @Label(nb = "Første avdrag (dato)", sv = "Första avbetalningen (datum)", en = "First instalment (date)")
            String firstOn) {}

    private final DebtorAnswers answers;
    private final Flow flow;

    RecordPlan(@Lazy DebtorAnswers answers, @Lazy Flow flow) {
        this.answers = answers;
        this.flow = flow;
    }

    @Override
    public String name() {
        return "recordPlan";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Map<String, Object> run(CaseNumber caseNumber, Input input) {
        LocalDate firstOn = LocalDate.parse(input.firstOn());
        flow.whenAtRest(() -> answers.agreedPlan(caseNumber, input.instalments(), firstOn));
        return Map.of();
    }
}
