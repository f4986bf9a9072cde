package no.forfall.arrangements.activities;

import java.util.Map;
import no.forfall.arrangements.Arrangements;
import no.forfall.engine.InsideActivity;
import no.forfall.engine.Label;
import no.forfall.shared.CaseNumber;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * A second person has approved the plan: it counts from now on, or is proposed to the debtor. Afterwards the process knows
 * {@code instalmentDue} and {@code lookAfter}.
 */
@Component
@Label(nb = "Godkjenn planen", sv = "Godkänn planen", en = "Approve the plan")
class ApprovePlan implements InsideActivity<ApprovePlan.Input> {

    record Input(
            @Label(
                    nb = "Avtalt (nei: vent på kundens ja)",
                    sv = "Avtalad (nej: vänta på kundens ja)",
                    en = "Agreed (no: wait for the debtor’s yes)")
            boolean agreed) {}

    private final Arrangements arrangements;
    private final Looks looks;

    ApprovePlan(@Lazy Arrangements arrangements, Looks looks) {
        this.arrangements = arrangements;
        this.looks = looks;
    }

    @Override
    public String name() {
        return "approvePlan";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Map<String, Object> run(CaseNumber caseNumber, Input input) {
        return looks.of(arrangements.approve(caseNumber, input.agreed()));
    }
}
