package no.forfall.cases;

import java.util.Map;
import no.forfall.engine.InsideActivity;
import no.forfall.engine.Label;
import no.forfall.shared.CaseNumber;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells the creditor's system to deliver nothing more to the debtor until what is overdue has been paid. */
@Component
@Label(nb = "Stans leveringer", sv = "Stoppa leveranser", en = "Stop deliveries")
class StopDelivery implements InsideActivity<StopDelivery.Input> {

    record Input(
            @Label(nb = "Grunn", sv = "Orsak", en = "Reason")
            String reason) {}

    private final DeliveryStops stops;

    StopDelivery(@Lazy DeliveryStops stops) {
        this.stops = stops;
    }

    @Override
    public String name() {
        return "stopDelivery";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Map<String, Object> run(CaseNumber caseNumber, Input input) {
        stops.stop(caseNumber, input.reason());
        return Map.of();
    }
}
