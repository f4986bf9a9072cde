package no.forfall.cases;

import java.util.Map;
import no.forfall.engine.CaseBook;
import no.forfall.law.CaseFacts;
import no.forfall.policy.RoutingFacts;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Receivables;
import no.forfall.shared.CaseNumber;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers the engine's questions about a case. */
@Component
@Transactional
class CaseBookOfCases implements CaseBook {

    private final Cases cases;
    private final Receivables receivables;
    private final RoutingFacts routing;
    private final ObjectProvider<FactsContributor> contributors;

    CaseBookOfCases(
            @Lazy Cases cases,
            Receivables receivables,
            RoutingFacts routing,
            ObjectProvider<FactsContributor> contributors) {
        this.cases = cases;
        this.receivables = receivables;
        this.routing = routing;
        this.contributors = contributors;
    }

    @Override
    @Transactional(readOnly = true)
    public Standing standing(CaseNumber number) {
        return Standing.valueOf(cases.get(number).state().name());
    }

    @Override
    public Standing lock(CaseNumber number) {
        return Standing.valueOf(cases.lock(number).state().name());
    }

    @Override
    @Transactional(readOnly = true)
    public CaseFacts facts(CaseNumber number) {
        Invoice invoice = receivables.invoice(cases.get(number).invoiceId());
        CaseFacts.Builder facts = CaseFacts.of(
                        invoice.creditor().country(),
                        invoice.debtor().kind(),
                        invoice.dueOn(),
                        receivables.balanceOf(invoice.id(), cases.today(number)).principal())
                .firstDueDate(invoice.firstDueOn())
                .feeAgreed(invoice.feeAgreed());
        contributors.forEach(contributor -> contributor.contribute(number, facts));
        return facts.build();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> routing(CaseNumber number) {
        return routing.of(cases.get(number).invoiceId(), cases.today(number));
    }
}
