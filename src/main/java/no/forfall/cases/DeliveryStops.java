package no.forfall.cases;

import java.time.LocalDate;
import no.forfall.receivables.Claims;
import no.forfall.receivables.Debtor;
import no.forfall.receivables.Receivables;
import no.forfall.shared.CaseNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has the creditor's own system stop deliveries to a debtor who owes, and lifts that by itself when nothing overdue is open
 * any more. Other systems hear of it by {@link DeliveryStopped} and {@link DeliveryStopLifted}.
 */
@Service
@Transactional
public class DeliveryStops {

    /** Why a stop is lifted by itself. */
    static final String PAID = "PAID";

    /** The earliest due come first, so that one that is overdue is among them. */
    private static final int FEW = 20;

    private final Cases cases;
    private final Receivables receivables;
    private final Claims claims;
    private final ApplicationEventPublisher events;

    DeliveryStops(Cases cases, Receivables receivables, Claims claims, ApplicationEventPublisher events) {
        this.cases = cases;
        this.receivables = receivables;
        this.claims = claims;
        this.events = events;
    }

    /**
     * @param reason a sentence
     * @return false when it was stopped before
     */
    public boolean stop(CaseNumber number, String reason) {
        cases.lock(number);
        Debtor debtor = debtorOf(number);
        if (debtor.deliveryStoppedOn() != null) {
            return false;
        }
        debtor.stopDelivery(cases.today(number));
        events.publishEvent(new DeliveryStopped(number, reason));
        return true;
    }

    /**
     * @param reason a sentence
     * @return false when nothing was stopped
     */
    public boolean lift(CaseNumber number, String reason) {
        cases.lock(number);
        Debtor debtor = debtorOf(number);
        if (debtor.deliveryStoppedOn() == null) {
            return false;
        }
        debtor.stopDelivery(null);
        events.publishEvent(new DeliveryStopLifted(number, reason));
        return true;
    }

    @EventListener
    void liftsWhenNothingOverdueIsOpen(CaseClosed closed) {
        if (!cases.get(closed.caseNumber()).isDebtorWatched()) {
            return;
        }
        Debtor debtor = debtorOf(closed.caseNumber());
        if (debtor.deliveryStoppedOn() == null) {
            return;
        }
        LocalDate today = cases.today(closed.caseNumber());
        long itself = cases.get(closed.caseNumber()).invoiceId();
        boolean overdue = claims.openOf(debtor, FEW).stream()
                .anyMatch(open -> open.id() != itself && open.dueOn().isBefore(today));
        if (!overdue) {
            lift(closed.caseNumber(), PAID);
        }
    }

    private Debtor debtorOf(CaseNumber number) {
        return receivables.invoice(cases.get(number).invoiceId()).debtor();
    }
}
