package no.forfall.disputes.activities;

import java.math.BigDecimal;
import java.util.Map;
import no.forfall.disputes.DisputeReason;
import no.forfall.disputes.Disputes;
import no.forfall.disputes.InvalidPart;
import no.forfall.engine.Flow;
import no.forfall.engine.InsideActivity;
import no.forfall.engine.InvalidForm;
import no.forfall.engine.Label;
import no.forfall.identity.CurrentPerson;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Raises a dispute out of a process, such as after a call. The process first comes to rest at its next wait; then the
 * dispute holds it, in the same transaction.
 */
@Component
@Label(nb = "Registrer innsigelsen", sv = "Registrera invändningen", en = "Raise a dispute")
class RaiseDispute implements InsideActivity<RaiseDispute.Input> {

    /** @param amount what of the principal is disputed, in the invoice's currency, major units; null when the whole claim is */
    record Input(
            @Label(nb = "Grunn", sv = "Orsak", en = "Reason")
            DisputeReason reason,

            @Label(
                    nb = "Omtvistet beløp (tomt: hele kravet)",
                    sv = "Tvistigt belopp (tomt: hela fordran)",
                    en = "Amount in dispute (empty: the whole claim)")
            @Nullable
            BigDecimal amount,

            @Label(nb = "Hva kunden sier", sv = "Vad kunden säger", en = "What the debtor says") @Nullable
            String text) {}

    private final Disputes disputes;
    private final Flow flow;

    RaiseDispute(@Lazy Disputes disputes, @Lazy Flow flow) {
        this.disputes = disputes;
        this.flow = flow;
    }

    @Override
    public String name() {
        return "raiseDispute";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Map<String, Object> run(CaseNumber caseNumber, Input input) {
        String text = input.text() == null ? "" : input.text();
        flow.whenAtRest(() -> raise(caseNumber, input, text));
        return Map.of();
    }

    /** A form that asks for the amount calls it so. */
    private void raise(CaseNumber caseNumber, Input input, String text) {
        try {
            disputes.raise(
                    caseNumber,
                    input.reason(),
                    disputes.amount(caseNumber, input.amount()),
                    text,
                    CurrentPerson.name());
        } catch (InvalidPart notOfIt) {
            throw new InvalidForm(Map.of("disputeAmount", "form.amountToPay"));
        }
    }
}
