package no.forfall.policy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.forfall.law.CaseFacts;
import no.forfall.law.Law;
import no.forfall.receivables.Claims;
import no.forfall.receivables.Exposure;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Receivables;
import org.springframework.stereotype.Service;

/**
 * The inputs that decision tables may use, computed at the moment of the decision: {@code country}, {@code debtorKind},
 * {@code relation}, {@code segment} (the creditor's own word), {@code behaviour} (a {@link Segment}), {@code currency}, {@code amount} (open principal, major units), {@code exposure} (all
 * open principal of that debtor with the creditor), {@code exposureRank} (1 is the creditor's largest, 1 000 everybody from there on), {@code daysOverdue}
 * (negative before the due date), {@code timeBarred}, and what was agreed for the customer or the invoice: {@code noCall},
 * {@code noFee}, {@code noHandOver}.
 */
@Service
public class RoutingFacts {

    private final Receivables receivables;
    private final Claims claims;
    private final Exposure exposure;
    private final Overrides overrides;
    private final Segments segments;
    private final Law law;

    RoutingFacts(
            Receivables receivables,
            Claims claims,
            Exposure exposure,
            Overrides overrides,
            Segments segments,
            Law law) {
        this.receivables = receivables;
        this.claims = claims;
        this.overrides = overrides;
        this.exposure = exposure;
        this.segments = segments;
        this.law = law;
    }

    /** Names the invoices that this transaction works on, so that what is asked of one is read of all together. */
    public void expect(Collection<Long> invoiceIds) {
        claims.expect(invoiceIds);
        overrides.expect(invoiceIds);
        exposure.expect(invoiceIds);
    }

    /** @param today the day in the creditor's country */
    public Map<String, Object> of(long invoiceId, LocalDate today) {
        Invoice invoice = receivables.invoice(invoiceId);
        var principal = receivables.balanceOf(invoiceId, invoice.dueOn()).principal();
        CaseFacts claim = CaseFacts.of(
                        invoice.creditor().country(), invoice.debtor().kind(), invoice.dueOn(), principal)
                .firstDueDate(invoice.firstDueOn())
                .build();
        Map<String, Object> facts = new HashMap<>();
        facts.put("country", invoice.creditor().country().name());
        facts.put("debtorKind", invoice.debtor().kind().name());
        facts.put("relation", receivables.relationTo(invoice.debtor()).name());
        facts.put(
                "segment",
                invoice.debtor().segment() == null ? "" : invoice.debtor().segment());
        facts.put("behaviour", segments.of(invoiceId, today).name());
        facts.put("currency", invoice.currency().getCode());
        facts.put("amount", principal.getAmount().doubleValue());
        Exposure.Standing standing = exposure.of(invoiceId);
        facts.put("exposure", standing.open().doubleValue());
        facts.put("exposureRank", standing.rank());
        facts.put("daysOverdue", ChronoUnit.DAYS.between(law.effectiveDueDate(claim.dueDate()), today));
        facts.put(
                "timeBarred",
                law.looksTimeBarredFrom(claim)
                        .map(from -> !today.isBefore(from))
                        .orElse(false));
        Set<OverrideKind> agreed = overrides.holding(invoiceId, today).stream()
                .map(PolicyOverride::kind)
                .collect(Collectors.toSet());
        facts.put("noCall", agreed.contains(OverrideKind.NO_CALL));
        facts.put("noFee", agreed.contains(OverrideKind.NO_FEE));
        facts.put("noHandOver", agreed.contains(OverrideKind.NO_HAND_OVER));
        return facts;
    }
}
