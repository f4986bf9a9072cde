package no.forfall.disputes.activities;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import no.forfall.disputes.Decision;
import no.forfall.disputes.DisputeState;
import no.forfall.disputes.Disputes;
import no.forfall.engine.InsideActivity;
import no.forfall.engine.Label;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Decides the case's open dispute; the money follows and the case goes on, or is closed when nothing is left of it. */
@Component
@Label(nb = "Avgjør innsigelsen", sv = "Avgör invändningen", en = "Decide the dispute")
class DecideDispute implements InsideActivity<DecideDispute.Input> {

    enum Outcome {
        UPHELD,
        PARTLY,
        CORRECTED,
        REJECTED,
        REJECTED_WAIVED
    }

    /**
     * @param creditAmount in the invoice's currency, major units
     * @param newDueDate of a corrected invoice, ISO
     */
    record Input(
            @Label(nb = "Utfall", sv = "Utfall", en = "Outcome")
            Outcome outcome,

            @Label(nb = "Beløp å kreditere", sv = "Belopp att kreditera", en = "Amount to credit") @Nullable
            BigDecimal creditAmount,

            @Label(nb = "Ny forfallsdato", sv = "Ny förfallodag", en = "New due date") @Nullable
            String newDueDate,

            @Label(nb = "Begrunnelse", sv = "Motivering", en = "Why") @Nullable
            String comment) {}

    private final Disputes disputes;

    DecideDispute(@Lazy Disputes disputes) {
        this.disputes = disputes;
    }

    @Override
    public String name() {
        return "decideDispute";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Map<String, Object> run(CaseNumber caseNumber, Input input) {
        disputes.decide(
                caseNumber,
                new Decision(
                        DisputeState.valueOf(input.outcome().name()),
                        disputes.amount(caseNumber, input.creditAmount()),
                        input.newDueDate() == null ? null : LocalDate.parse(input.newDueDate()),
                        input.comment()));
        return Map.of();
    }
}
