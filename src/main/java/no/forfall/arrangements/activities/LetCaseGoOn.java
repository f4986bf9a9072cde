package no.forfall.arrangements.activities;

import java.util.Map;
import no.forfall.arrangements.DebtorAnswers;
import no.forfall.engine.InsideActivity;
import no.forfall.engine.Label;
import no.forfall.shared.CaseNumber;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The debtor's answer is dealt with: a plan without a yes lapses, and the case goes on where it stood. */
@Component
@Label(nb = "La saken gå videre", sv = "Låt ärendet gå vidare", en = "Let the case go on")
class LetCaseGoOn implements InsideActivity<LetCaseGoOn.Input> {

    record Input() {}

    private final DebtorAnswers answers;

    LetCaseGoOn(@Lazy DebtorAnswers answers) {
        this.answers = answers;
    }

    @Override
    public String name() {
        return "letCaseGoOn";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Map<String, Object> run(CaseNumber caseNumber, Input input) {
        answers.settle(caseNumber);
        return Map.of();
    }
}
