package no.forfall.cases;

import java.util.Map;
import no.forfall.engine.CaseBook;
import no.forfall.law.CaseFacts;
import no.forfall.policy.RoutingFacts;
import no.forfall.shared.CaseNumber;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers the engine's questions about a case. */
@Component
@Transactional
class CaseBookOfCases implements CaseBook {

    private final Cases cases;
    private final LegalCases legalCases;
    private final RoutingFacts routing;

    CaseBookOfCases(@Lazy Cases cases, LegalCases legalCases, RoutingFacts routing) {
        this.cases = cases;
        this.legalCases = legalCases;
        this.routing = routing;
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
        return legalCases.of(number).facts();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> routing(CaseNumber number) {
        return routing.of(cases.get(number).invoiceId(), cases.today(number));
    }
}
