package no.forfall.agency;

import java.util.Map;
import java.util.Objects;
import no.forfall.cases.BehaviourContributor;
import no.forfall.policy.PastInvoice;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;
import org.springframework.stereotype.Component;

/** Tells for which invoices an agency was needed. One that it gave back, or never took, counts for nothing. */
@Component
class AgencyBehaviour implements BehaviourContributor {

    private final HandoverTable handovers;

    AgencyBehaviour(HandoverTable handovers) {
        this.handovers = handovers;
    }

    @Override
    public void recall(Map<CaseNumber, PastInvoice> past) {
        handovers.takenAmong(past.keySet()).forEach(number -> Objects.requireNonNull(past.get(number))
                .handedOver());
    }

    @Override
    public boolean changes(CaseEvent event) {
        return event instanceof HandedOver || event instanceof HandoverWithdrawn;
    }
}
