package no.forfall.cases;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    public Set<String> lockFree(Collection<String> businessKeys) {
        List<CollectionCase> free = cases.lockFree(businessKeys);
        routing.expect(free.stream().map(CollectionCase::invoiceId).toList());
        legalCases.expect(free.stream().map(CollectionCase::number).toList());
        return free.stream().map(each -> each.number().value()).collect(Collectors.toSet());
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
