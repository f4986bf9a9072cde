package no.forfall.disputes;

import java.util.List;
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
    public void contribute(CaseNumber caseNumber, CaseFacts.Builder facts) {
        facts.disputed(table.of(caseNumber).stream().anyMatch(dispute -> dispute.state() == DisputeState.OPEN));
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
