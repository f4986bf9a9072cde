package no.forfall.arrangements.activities;

import java.util.Map;
import no.forfall.arrangements.Arrangements;
import no.forfall.engine.InsideActivity;
import no.forfall.engine.Label;
import no.forfall.shared.CaseNumber;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The debtor has said yes to the plan that was proposed. Afterwards the process knows
 * {@code instalmentDue} and {@code lookAfter}. */
@Component
@Label(nb = "Godta planen", sv = "Godta planen", en = "Accept the plan")
class AcceptPlan implements InsideActivity<AcceptPlan.Input> {

    record Input() {}

    private final Arrangements arrangements;
    private final Looks looks;

    AcceptPlan(@Lazy Arrangements arrangements, Looks looks) {
        this.arrangements = arrangements;
        this.looks = looks;
    }

    @Override
    public String name() {
        return "acceptPlan";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Map<String, Object> run(CaseNumber caseNumber, Input input) {
        return looks.of(arrangements.accept(caseNumber));
    }
}
