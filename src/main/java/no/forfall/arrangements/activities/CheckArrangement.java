package no.forfall.arrangements.activities;

import java.util.HashMap;
import java.util.Map;
import no.forfall.arrangements.Arrangement;
import no.forfall.arrangements.ArrangementChecks;
import no.forfall.arrangements.DebtorAnswers;
import no.forfall.cases.Tokens;
import no.forfall.engine.InsideActivity;
import no.forfall.engine.Label;
import no.forfall.shared.CaseNumber;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Finds out whether the promise or plan of a case is kept. Afterwards the process knows {@code arrangement}, which is KEPT, PARTLY
 * (something of a promise was paid), BROKEN or OPEN; {@code instalmentDue}, the day of what is due next, and {@code lookAfter}, how
 * many banking days after it to look; and {@code callStands}, whether the case stands in a call anyway. A case whose promise or plan
 * has come to its end goes on.
 */
@Component
@Label(nb = "Sjekk løftet eller planen", sv = "Kontrollera löftet eller planen", en = "Check the promise or plan")
class CheckArrangement implements InsideActivity<CheckArrangement.Input> {

    record Input() {}

    private static final String CALL = "phone-follow-up";

    private final ArrangementChecks checks;
    private final DebtorAnswers answers;
    private final Tokens tokens;
    private final Looks looks;

    CheckArrangement(@Lazy ArrangementChecks checks, @Lazy DebtorAnswers answers, @Lazy Tokens tokens, Looks looks) {
        this.checks = checks;
        this.answers = answers;
        this.tokens = tokens;
        this.looks = looks;
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
        Arrangement checked = checks.check(caseNumber);
        if (!checked.state().isLive()) {
            answers.settle(caseNumber);
        }
        Map<String, Object> known = new HashMap<>(looks.of(checked));
        known.put("arrangement", checked.state().name());
        known.put("callStands", checked.state().isFailed() && isBeingCalled(caseNumber));
        return known;
    }

    private boolean isBeingCalled(CaseNumber caseNumber) {
        return tokens.of(caseNumber).stream().anyMatch(token -> token.process().equals(CALL));
    }
}
