package no.forfall.correspondence.activities;

import java.util.Map;
import no.forfall.correspondence.ReturnedLetters;
import no.forfall.engine.InsideActivity;
import no.forfall.engine.Label;
import no.forfall.shared.CaseNumber;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Counts the wait of the case's own process from the newest letter that arrived, after one was sent again. */
@Component
@Label(nb = "Regn ventetiden på nytt", sv = "Räkna väntetiden på nytt", en = "Count the wait anew")
class CountWaitAnew implements InsideActivity<CountWaitAnew.Input> {

    record Input() {}

    private final ReturnedLetters returned;

    CountWaitAnew(@Lazy ReturnedLetters returned) {
        this.returned = returned;
    }

    @Override
    public String name() {
        return "countWaitAnew";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Map<String, Object> run(CaseNumber caseNumber, Input input) {
        returned.countFromNewest(caseNumber);
        return Map.of();
    }
}
