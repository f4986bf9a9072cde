package no.forfall.correspondence.activities;

import java.util.Map;
import no.forfall.correspondence.ReturnedLetters;
import no.forfall.engine.InsideActivity;
import no.forfall.engine.Label;
import no.forfall.shared.CaseNumber;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Leaves a case on hold, since nobody knows how its debtor is reached. */
@Component
@Label(nb = "La saken stå på vent", sv = "Låt ärendet vara pausat", en = "Leave the case on hold")
class LeaveOnHold implements InsideActivity<LeaveOnHold.Input> {

    record Input() {}

    private final ReturnedLetters returned;

    LeaveOnHold(@Lazy ReturnedLetters returned) {
        this.returned = returned;
    }

    @Override
    public String name() {
        return "leaveOnHold";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Map<String, Object> run(CaseNumber caseNumber, Input input) {
        returned.giveUp(caseNumber);
        return Map.of();
    }
}
