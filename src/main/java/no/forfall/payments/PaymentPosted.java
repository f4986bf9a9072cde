package no.forfall.payments;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.forfall.receivables.Part;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * A payment was posted on the invoice of a case.
 *
 * @param amount what the invoice took, in major units
 * @param applied part of the claim to the amount that it got
 * @param order the parts in the order in which they were covered
 */
public record PaymentPosted(
        CaseNumber caseNumber,
        String amount,
        String currency,
        LocalDate bookedOn,
        @Nullable String payer,
        Map<String, String> applied,
        List<Part> order)
        implements CaseEvent {}
