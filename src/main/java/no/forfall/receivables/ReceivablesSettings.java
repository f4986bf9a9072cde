package no.forfall.receivables;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param applicationOrder which part a payment covers first; parts that are not named come last. No statute fixes it;
 *     principal first is the reading that costs the debtor least, since interest runs on the principal alone
 */
@ConfigurationProperties("forfall.receivables")
record ReceivablesSettings(
        @DefaultValue({"PRINCIPAL", "INTEREST", "FEE", "COMPENSATION", "COSTS"})
        List<Part> applicationOrder) {

    /** Faulty orders stop the start. */
    ReceivablesSettings {
        applicationOrder = new ApplicationOrder(applicationOrder).parts();
    }

    ApplicationOrder order() {
        return new ApplicationOrder(applicationOrder);
    }
}
