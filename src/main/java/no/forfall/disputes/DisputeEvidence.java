package no.forfall.disputes;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.forfall.cases.EvidenceContributor;
import no.forfall.cases.FactsContributor;
import no.forfall.law.CaseFacts;
import no.forfall.shared.CaseNumber;
import org.springframework.stereotype.Component;

/** Tells the law that a claim is disputed, and an agency what the debtor has objected. */
@Component
class DisputeEvidence implements FactsContributor, EvidenceContributor {

    private final DisputeTable table;

    DisputeEvidence(DisputeTable table) {
        this.table = table;
    }

    @Override
    public void contribute(Map<CaseNumber, CaseFacts.Builder> facts) {
        table.openAmong(facts.keySet())
                .forEach(disputed -> Objects.requireNonNull(facts.get(disputed)).disputed(true));
    }

    @Override
    public List<Objection> objections(CaseNumber caseNumber) {
        return table.of(caseNumber).stream()
                .map(dispute -> new Objection(
                        dispute.raisedOn(),
                        dispute.reason().name(),
                        dispute.text(),
                        dispute.state() == DisputeState.OPEN
                                ? null
                                : dispute.state().name()))
                .toList();
    }
}
