package no.forfall.arrangements.activities;

import java.util.Map;
import no.forfall.arrangements.Arrangements;
import no.forfall.engine.InsideActivity;
import no.forfall.engine.Label;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** A second person has not approved the plan: it lapses, and the case waits until something else is agreed. */
@Component
@Label(nb = "Avvis planen", sv = "Avvisa planen", en = "Refuse the plan")
class RefusePlan implements InsideActivity<RefusePlan.Input> {

    record Input(
            @Label(nb = "Begrunnelse", sv = "Motivering", en = "Why") @Nullable
            String reason) {}

    private final Arrangements arrangements;

    RefusePlan(@Lazy Arrangements arrangements) {
        this.arrangements = arrangements;
    }

    @Override
    public String name() {
        return "refusePlan";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Map<String, Object> run(CaseNumber caseNumber, Input input) {
        arrangements.refuse(caseNumber, input.reason());
        return Map.of();
    }
}
