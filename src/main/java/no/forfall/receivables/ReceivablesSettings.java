package no.forfall.receivables;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param applicationOrder which part a payment covers first. No statute fixes it; principal first is the reading that
 *     costs the debtor least, since interest runs on the principal alone
 */
@ConfigurationProperties("forfall.receivables")
record ReceivablesSettings(
        @DefaultValue({"PRINCIPAL", "INTEREST", "FEE", "COMPENSATION"})
        List<Part> applicationOrder) {}
