package no.forfall.cases;

import java.util.Map;
import no.forfall.engine.InsideActivity;
import no.forfall.engine.Label;
import no.forfall.receivables.Address;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Puts the estate in the place of a debtor who died, for all cases of the debtor, and lets them go on. */
@Component
@Label(
        nb = "La boet svare for gjelden",
        sv = "Låt dödsboet svara för skulden",
        en = "Let the estate answer for the debt")
class AddressEstate implements InsideActivity<AddressEstate.Input> {

    record Input(
            @Label(nb = "Boets navn", sv = "Dödsboets namn", en = "Name of the estate")
            String estateName,

            @Label(nb = "E-post", sv = "E-post", en = "E-mail") @Nullable
            String email,

            @Label(nb = "Gate", sv = "Gata", en = "Street") @Nullable
            String street,

            @Label(nb = "Postnummer", sv = "Postnummer", en = "Post code") @Nullable
            String postalCode,

            @Label(nb = "Poststed", sv = "Postort", en = "City") @Nullable
            String city) {}

    private final DebtorEvents events;

    AddressEstate(@Lazy DebtorEvents events) {
        this.events = events;
    }

    @Override
    public String name() {
        return "addressEstate";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Map<String, Object> run(CaseNumber caseNumber, Input input) {
        events.estate(
                caseNumber,
                input.estateName(),
                known(input.email()),
                new Address(known(input.street()), known(input.postalCode()), known(input.city()), null));
        return Map.of();
    }

    private static @Nullable String known(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
