package no.forfall.worklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import no.forfall.cases.Cases;
import no.forfall.engine.Steps;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Receivables;
import no.forfall.shared.BankingDays;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a form's fields are filled with that ask for it by their property {@code proposed}: {@code today} and
 * {@code nextBankingDay} in the creditor's country, or {@code toPay}, all that is to be paid today in major units.
 */
@Component
class Proposals {

    private final Steps steps;
    private final Cases cases;
    private final Receivables receivables;
    private final BankingDays bankingDays;
    private final ObjectMapper json;

    Proposals(Steps steps, Cases cases, Receivables receivables, BankingDays bankingDays, ObjectMapper json) {
        this.steps = steps;
        this.cases = cases;
        this.receivables = receivables;
        this.bankingDays = bankingDays;
        this.json = json;
    }

    /** By field; empty where the form proposes nothing. */
    @Transactional(readOnly = true)
    Map<String, Object> of(WorkItem item) {
        Map<String, Object> proposed = new HashMap<>();
        steps.form(item.id()).ifPresent(form -> collect(read(form).path("components"), item.caseNumber(), proposed));
        return proposed;
    }

    private JsonNode read(String form) {
        try {
            return json.readTree(form);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The form is not JSON", e);
        }
    }

    private void collect(JsonNode components, CaseNumber number, Map<String, Object> proposed) {
        for (JsonNode component : components) {
            Object value = value(component.path("properties").path("proposed").asText(), number);
            if (value != null && component.hasNonNull("key")) {
                proposed.put(component.path("key").asText(), value);
            }
            collect(component.path("components"), number, proposed);
        }
    }

    private @Nullable Object value(String asked, CaseNumber number) {
        if (asked.isEmpty()) {
            return null;
        }
        Invoice invoice = receivables.invoice(cases.get(number).invoiceId());
        LocalDate today = cases.today(number);
        return switch (asked) {
            case "today" -> today.toString();
            case "nextBankingDay" ->
                bankingDays.plus(invoice.creditor().country(), today, 1).toString();
            case "toPay" ->
                receivables.balanceOf(invoice.id(), today).toPay().getAmount().toPlainString();
            default -> null;
        };
    }
}
