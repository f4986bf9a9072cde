package no.forfall.agency;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import no.forfall.cases.CaseClosed;
import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.cases.CollectionCase;
import no.forfall.outbox.Effect;
import no.forfall.outbox.Outbox;
import no.forfall.receivables.BalanceChanged;
import no.forfall.receivables.LineKind;
import no.forfall.receivables.Receivables;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Queues a report for each payment, credit and waiver past the agency while it has the claim, and for the case's end. Agencies expect it, though
 * no statute was found that demands it; the creditor still owns the claim (inkassoloven § 2).
 */
@Component
class Reports {

    private final HandoverTable table;
    private final Cases cases;
    private final Receivables receivables;
    private final Outbox outbox;
    private final Clock clock;

    Reports(HandoverTable table, Cases cases, Receivables receivables, Outbox outbox, Clock clock) {
        this.table = table;
        this.cases = cases;
        this.receivables = receivables;
        this.outbox = outbox;
        this.clock = clock;
    }

    static boolean isDirect(LineKind kind, String source) {
        return kind != LineKind.CHARGE && kind != LineKind.OFFSET && !source.startsWith(AgencyAnswers.SOURCE);
    }

    /** Late in the transaction, since a case that the money has closed withdraws whatever was queued before. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void queueFor(BalanceChanged changed) {
        if (isDirect(changed.kind(), changed.source())) {
            cases.ofInvoice(changed.invoiceId())
                    .map(CollectionCase::number)
                    .flatMap(table::newest)
                    .filter(handover -> handover.state().isLive())
                    .ifPresent(handover -> queue(handover, withoutPart(changed.source())));
        }
    }

    /** A case that is written off or taken out of collection moves no money, and the agency is told all the same. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void queueFor(CaseClosed closed) {
        boolean queued = outbox.standing(closed.caseNumber()).stream()
                .anyMatch(standing -> standing.effect().activity().equals(ReportToAgency.NAME));
        if (!queued) {
            table.newest(closed.caseNumber())
                    .filter(handover -> handover.state().isLive())
                    .ifPresent(handover -> queue(handover, "closing"));
        }
    }

    /** The lines of one payment differ in the part at the end of their source. */
    private static String withoutPart(String source) {
        return source.substring(0, Math.max(source.lastIndexOf(':'), 0));
    }

    /** Reports what has happened between the making of the package and its arrival. */
    void catchUp(Handover handover) {
        if (!handover.state().isLive()) {
            return;
        }
        CollectionCase now = cases.get(handover.caseNumber());
        boolean moved = receivables
                        .balanceOf(now.invoiceId(), cases.today(now.number()))
                        .principal()
                        .getAmount()
                        .compareTo(handover.principal())
                != 0;
        if (moved || now.state() == CaseState.CLOSED || table.isRestated(handover.id())) {
            queue(handover, "arrival");
        }
    }

    private void queue(Handover handover, String occasion) {
        UUID key = UUID.nameUUIDFromBytes((handover.id() + " " + occasion).getBytes(StandardCharsets.UTF_8));
        if (outbox.find(key).isEmpty()) {
            outbox.queue(new Effect(key, handover.caseNumber(), ReportToAgency.NAME, "{}", ""), clock.instant());
        }
    }
}
