package no.forfall.cases;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.forfall.law.CaseFacts;
import no.forfall.receivables.BalanceChanged;
import no.forfall.receivables.Claim;
import no.forfall.receivables.Claims;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.InvoiceChanging;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.FlowEvent;
import no.forfall.shared.OncePerTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers the facts that the law asks for, of one case or of many with the same handful of queries. */
@Service
@Transactional(readOnly = true)
public class LegalCases {

    private final Cases cases;
    private final Claims claims;
    private final ObjectProvider<FactsContributor> contributors;
    private final OncePerTransaction<CaseNumber, LegalCase> known = new OncePerTransaction<>();

    LegalCases(@Lazy Cases cases, Claims claims, ObjectProvider<FactsContributor> contributors) {
        this.cases = cases;
        this.claims = claims;
        this.contributors = contributors;
    }

    /** @throws java.util.NoSuchElementException when there is no such case */
    LegalCase of(CaseNumber number) {
        return known.of(number, this::read);
    }

    /** What happens on a case may change what the law asks about. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener
    void forget(CaseEvent event) {
        if (!(event instanceof FlowEvent)) {
            known.forget(event.caseNumber());
        }
    }

    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener
    void forget(BalanceChanged changed) {
        known.forgetIf(each -> each.invoice().id() == changed.invoiceId());
    }

    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener
    void forget(InvoiceChanging changing) {
        known.forgetIf(each -> each.invoice().id() == changing.invoiceId());
    }

    private Map<CaseNumber, LegalCase> read(List<CaseNumber> numbers) {
        Map<CaseNumber, LegalCase> read = new HashMap<>();
        weighed(cases.found(numbers)).forEach(each -> read.put(each.number(), each));
        return read;
    }

    /** Names the cases that this transaction works on, so that they are read together. */
    void expect(Collection<CaseNumber> numbers) {
        known.expect(numbers);
    }

    /**
     * The cases that are open or held, in the order of their numbers.
     *
     * @param after those behind this one; null for the first
     * @param most a few hundred at a time
     */
    public List<LegalCase> open(@Nullable CaseNumber after, int most) {
        return weighed(cases.openAfter(after, most));
    }

    /** Some cases, open or not; those that are not there are left out. A few hundred at a time. */
    public Map<CaseNumber, LegalCase> of(Collection<CaseNumber> numbers) {
        return weighed(cases.together(numbers)).stream()
                .collect(Collectors.toMap(LegalCase::number, Function.identity()));
    }

    private List<LegalCase> weighed(List<CollectionCase> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<Long, Claim> owed =
                owed(found.stream().map(CollectionCase::invoiceId).toList());
        Map<CaseNumber, CaseFacts.Builder> facts = new LinkedHashMap<>();
        found.forEach(each -> facts.put(each.number(), facts(owed.get(each.invoiceId()))));
        contributors.forEach(contributor -> contributor.contribute(facts));
        return found.stream()
                .map(each -> new LegalCase(
                        each.number(),
                        owed.get(each.invoiceId()).invoice(),
                        facts.get(each.number()).build()))
                .toList();
    }

    private Map<Long, Claim> owed(Collection<Long> invoiceIds) {
        return claims.of(invoiceIds).stream()
                .collect(Collectors.toMap(claim -> claim.invoice().id(), Function.identity()));
    }

    private static CaseFacts.Builder facts(Claim claim) {
        Invoice invoice = claim.invoice();
        return CaseFacts.of(
                        invoice.creditor().country(), invoice.debtor().kind(), invoice.dueOn(), claim.openPrincipal())
                .firstDueDate(invoice.firstDueOn())
                .feeAgreed(invoice.feeAgreed());
    }
}
