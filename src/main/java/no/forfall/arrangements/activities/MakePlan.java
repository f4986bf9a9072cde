package no.forfall.arrangements.activities;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import no.forfall.arrangements.Arrangement;
import no.forfall.arrangements.ArrangementState;
import no.forfall.arrangements.Arrangements;
import no.forfall.engine.InsideActivity;
import no.forfall.engine.Label;
import no.forfall.identity.CurrentPerson;
import no.forfall.shared.CaseNumber;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Makes a plan of monthly instalments within the policy. Afterwards the process knows {@code instalmentDue}, an ISO date,
 * {@code lookAfter}, how many banking days after it to look, {@code planAgreed}, whether the debtor has said yes, and
 * {@code planWaits}, whether a second person has to approve it first.
 */
@Component
@Label(nb = "Lag en nedbetalingsplan", sv = "Gör en avbetalningsplan", en = "Make a plan")
class MakePlan implements InsideActivity<MakePlan.Input> {

    record Input(
            @Label(nb = "Antall avdrag", sv = "Antal avbetalningar", en = "Instalments")
            int instalments,

            @Label(nb = "Første avdrag (dato)", sv = "Första avbetalningen (datum)", en = "First instalment (date)")
            String firstOn,

            @Label(
                    nb = "Avtalt (nei: vent på kundens ja)",
                    sv = "Avtalad (nej: vänta på kundens ja)",
                    en = "Agreed (no: wait for the debtor’s yes)")
            boolean agreed) {}

    private final Arrangements arrangements;
    private final Looks looks;

    MakePlan(@Lazy Arrangements arrangements, Looks looks) {
        this.arrangements = arrangements;
        this.looks = looks;
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
        Map<String, Object> known = new HashMap<>(looks.of(plan));
        known.put("planAgreed", input.agreed());
        known.put("planWaits", plan.state() == ArrangementState.WAITING);
        return known;
    }
}
