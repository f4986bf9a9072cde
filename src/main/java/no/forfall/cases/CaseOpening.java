package no.forfall.cases;

import no.forfall.policy.RoutingFacts;
import no.forfall.receivables.ClaimSettled;
import no.forfall.receivables.InvoiceChanging;
import no.forfall.receivables.InvoicesRegistered;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Opens a case for each new invoice and closes it when nothing is owed any more, in the transaction that made it so. */
@Component
class CaseOpening {

    private final Cases cases;
    private final RoutingFacts routing;

    CaseOpening(Cases cases, RoutingFacts routing) {
        this.cases = cases;
        this.routing = routing;
    }

    @EventListener
    void opens(InvoicesRegistered registered) {
        routing.expect(registered.invoiceIds());
        cases.open(registered.invoiceIds());
    }

    @EventListener
    void locks(InvoiceChanging changing) {
        cases.lockOfInvoice(changing.invoiceId());
    }

    @EventListener
    void closes(ClaimSettled settled) {
        ClosingReason reason =
                switch (settled.by()) {
                    case CREDIT -> ClosingReason.CREDITED;
                    case WAIVER, OFFSET, RETURNED -> ClosingReason.WAIVED;
                    case WRITE_OFF -> ClosingReason.WRITTEN_OFF;
                    case PAYMENT, CHARGE, REFUND, REVERSAL -> ClosingReason.PAID;
                };
        cases.ofInvoice(settled.invoiceId()).ifPresent(open -> cases.close(open.number(), reason));
    }
}
