package no.forfall.arrangements.activities;

import java.time.LocalDate;
import java.util.Map;
import no.forfall.arrangements.Arrangement;
import no.forfall.arrangements.Arrangements;
import no.forfall.engine.InsideActivity;
import no.forfall.engine.Label;
import no.forfall.identity.CurrentPerson;
import no.forfall.shared.CaseNumber;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Makes a plan of monthly instalments. Afterwards the process knows {@code instalmentDue}, an ISO date. */
@Component
@Label(nb = "Lag en nedbetalingsplan", sv = "Gör en avbetalningsplan", en = "Make a plan")
class MakePlan implements InsideActivity<MakePlan.Input> {

    record Input(
            @Label(nb = "Antall avdrag (2–12)", sv = "Antal avbetalningar (2–12)", en = "Instalments (2–12)")
            int instalments,

            @Label(nb = "Første avdrag (dato)", sv = "Första avbetalningen (datum)", en = "First instalment (date)")
            String firstOn,

            @Label(
                    nb = "Avtalt (nei: vent på kundens ja)",
                    sv = "Avtalad (nej: vänta på kundens ja)",
                    en = "Agreed (no: wait for the debtor’s yes)")
            boolean agreed) {}

    private final Arrangements arrangements;

    MakePlan(@Lazy Arrangements arrangements) {
        this.arrangements = arrangements;
    }

    @Override
    public String name() {
        return "makePlan";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Map<String, Object> run(CaseNumber caseNumber, Input input) {
        Arrangement plan = arrangements.plan(
                caseNumber,
                input.instalments(),
                LocalDate.parse(input.firstOn()),
                input.agreed(),
                CurrentPerson.name());
        return Map.of("instalmentDue", plan.firstOn().toString());
    }
}
