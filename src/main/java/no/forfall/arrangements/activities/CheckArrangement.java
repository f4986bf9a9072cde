package no.forfall.arrangements.activities;

import java.util.Map;
import no.forfall.arrangements.Arrangement;
import no.forfall.arrangements.Arrangements;
import no.forfall.arrangements.DebtorAnswers;
import no.forfall.engine.InsideActivity;
import no.forfall.engine.Label;
import no.forfall.shared.CaseNumber;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Finds out whether the promise or plan of a case is kept. Afterwards the process knows {@code arrangement}, which is KEPT,
 * BROKEN or OPEN, and {@code instalmentDue}, the day of what is due next. A case whose promise or plan has come to its end
 * goes on.
 */
@Component
@Label(nb = "Sjekk løftet eller planen", sv = "Kontrollera löftet eller planen", en = "Check the promise or plan")
class CheckArrangement implements InsideActivity<CheckArrangement.Input> {

    record Input() {}

    private final Arrangements arrangements;
    private final DebtorAnswers answers;

    CheckArrangement(@Lazy Arrangements arrangements, @Lazy DebtorAnswers answers) {
        this.arrangements = arrangements;
        this.answers = answers;
    }

    @Override
    public String name() {
        return "checkArrangement";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Map<String, Object> run(CaseNumber caseNumber, Input input) {
        Arrangement checked = arrangements.check(caseNumber);
        if (!checked.state().isLive()) {
            answers.settle(caseNumber);
        }
        return Map.of(
                "arrangement",
                checked.state().name(),
                "instalmentDue",
                arrangements.nextDue(checked).toString());
    }
}
