package no.forfall.disputes;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.forfall.cases.BehaviourContributor;
import no.forfall.cases.EvidenceContributor;
import no.forfall.cases.FactsContributor;
import no.forfall.law.CaseFacts;
import no.forfall.policy.PastInvoice;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the law that a claim is disputed, an agency what the debtor has objected, and how often it was right. */
@Component
class DisputeEvidence implements FactsContributor, EvidenceContributor, BehaviourContributor {

    private final DisputeTable table;

    DisputeEvidence(DisputeTable table) {
        this.table = table;
    }

    @Override
    public void contribute(Map<CaseNumber, CaseFacts.Builder> facts) {
        table.weighingAmong(facts.keySet())
                .forEach(dispute -> tell(dispute, Objects.requireNonNull(facts.get(dispute.caseNumber()))));
    }

    private static Objection.@Nullable Question question(Dispute dispute) {
        Dispute.Question asked = dispute.question();
        return dispute.state() != DisputeState.OPEN || asked == null || asked.answer() != null
                ? null
                : new Objection.Question(asked.text(), asked.answerBy());
    }

    private static void tell(Dispute dispute, CaseFacts.Builder facts) {
        if (dispute.state() != DisputeState.OPEN) {
            facts.chargesBarred(true);
        } else if (dispute.isOpenPart()) {
            facts.disputedPart(dispute.part());
        } else {
            facts.disputed(true);
        }
    }

    @Override
    public void recall(Map<CaseNumber, PastInvoice> past) {
        table.among(past.keySet())
                .forEach(dispute -> add(dispute.state(), Objects.requireNonNull(past.get(dispute.caseNumber()))));
    }

    private static void add(DisputeState state, PastInvoice past) {
        switch (state) {
            case OPEN -> past.disputed();
            case UPHELD, PARTLY, CORRECTED -> past.disputeUpheld();
            case REJECTED, REJECTED_WAIVED -> past.disputeRejected();
            case LAPSED -> {}
        }
    }

    @Override
    public boolean changes(CaseEvent event) {
        return event instanceof DisputeRaised || event instanceof DisputeDecided;
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
                                : dispute.state().name(),
                        dispute.part(),
                        question(dispute)))
                .toList();
    }
}
