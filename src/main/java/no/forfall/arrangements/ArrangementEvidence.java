package no.forfall.arrangements;

import java.util.List;
import no.forfall.cases.EvidenceContributor;
import no.forfall.shared.CaseNumber;
import org.springframework.stereotype.Component;

/** Tells letters and whoever takes the claim over what was promised and agreed. */
@Component
class ArrangementEvidence implements EvidenceContributor {

    private final ArrangementTable table;

    ArrangementEvidence(ArrangementTable table) {
        this.table = table;
    }

    @Override
    public List<Arrangement> arrangements(CaseNumber caseNumber) {
        return table.of(caseNumber).stream()
                .map(made -> new Arrangement(
                        made.madeOn(),
                        made.instalments().stream()
                                .map(part -> new Arrangement.Instalment(part.dueOn(), part.amount()))
                                .toList(),
                        made.state() == ArrangementState.PROPOSED,
                        made.state().isLive() ? null : made.state().name()))
                .toList();
    }
}
