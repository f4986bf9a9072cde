package no.forfall.cases;

import java.util.Map;
import no.forfall.engine.InsideActivity;
import no.forfall.engine.Label;
import no.forfall.shared.CaseNumber;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Closes the case with a reason; stands before an end event. */
@Component
@Label(nb = "Lukk saken", sv = "Stäng ärendet", en = "Close the case")
class CloseCase implements InsideActivity<CloseCase.Input> {

    record Input(
            @Label(nb = "Grunn", sv = "Orsak", en = "Reason")
            ClosingReason reason) {}

    private final Cases cases;

    CloseCase(@Lazy Cases cases) {
        this.cases = cases;
    }

    @Override
    public String name() {
        return "closeCase";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Map<String, Object> run(CaseNumber caseNumber, Input input) {
        cases.closedByProcess(caseNumber, input.reason());
        return Map.of("closingReason", input.reason().name());
    }
}
