package no.forfall.arrangements;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.forfall.cases.BehaviourContributor;
import no.forfall.cases.EvidenceContributor;
import no.forfall.policy.PastInvoice;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;
import org.springframework.stereotype.Component;

/** Tells letters and whoever takes the claim over what was promised and agreed, and how often it was kept. */
@Component
class ArrangementEvidence implements EvidenceContributor, BehaviourContributor {

    private final ArrangementTable table;

    ArrangementEvidence(ArrangementTable table) {
        this.table = table;
    }

    @Override
    public void recall(Map<CaseNumber, PastInvoice> past) {
        table.ended(past.keySet()).forEach((number, ended) -> Objects.requireNonNull(past.get(number))
                .promises(ended.kept(), ended.broken()));
    }

    @Override
    public boolean changes(CaseEvent event) {
        return event instanceof ArrangementKept
                || event instanceof ArrangementBroken
                || event instanceof PromisePartlyKept;
    }

    @Override
    public List<Arrangement> arrangements(CaseNumber caseNumber) {
        return table.of(caseNumber).stream()
                .map(made -> new Arrangement(
                        made.madeOn(),
                        made.instalments().stream()
                                .map(part -> new Arrangement.Instalment(part.dueOn(), part.amount()))
                                .toList(),
                        made.state() == ArrangementState.PROPOSED || made.state() == ArrangementState.WAITING,
                        made.graceDays(),
                        made.terms().fee(),
                        made.state().isLive() ? null : made.state().name()))
                .toList();
    }
}
