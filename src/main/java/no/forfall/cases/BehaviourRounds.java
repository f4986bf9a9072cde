package no.forfall.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import no.forfall.engine.EditionPublished;
import no.forfall.policy.Behaviour;
import no.forfall.policy.PastInvoice;
import no.forfall.policy.SegmentChanged;
import no.forfall.policy.Segments;
import no.forfall.shared.Agenda;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import no.forfall.shared.FlowEvent;
import no.forfall.shared.Gathered;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts anew how debtors pay, soon after something happened that says so: many together and apart from what happened, so
 * that a decision reads what is known and a payment waits for no counting.
 */
@Component
class BehaviourRounds implements Agenda {

    private static final int MOST_AT_ONCE = 200;

    private final PastCases past;
    private final Segments segments;
    private final ObjectProvider<BehaviourContributor> contributors;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BehaviourRounds(
            PastCases past,
            Segments segments,
            ObjectProvider<BehaviourContributor> contributors,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.past = past;
        this.segments = segments;
        this.contributors = contributors;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A new invoice counts by itself as little as nothing, but what lies too far back falls out of the count. */
    @EventListener
    void hear(CaseEvent event) {
        if (!(event instanceof FlowEvent)
                && (event instanceof CaseOpened
                        || event instanceof CaseClosed
                        || event instanceof CaseReopened
                        || contributors.stream().anyMatch(room -> room.changes(event)))) {
            past.change(event.caseNumber());
        }
    }

    @EventListener
    void hear(EditionPublished published) {
        if (published.key().equals(Segments.TABLE)) {
            past.changeAll();
        }
    }

    @Override
    public Optional<Instant> nextDue() {
        return past.waitingSince();
    }

    @Scheduled(fixedDelayString = "${forfall.cases.behaviour-round:PT1M}")
    @SchedulerLock(name = "behaviour")
    void round() {
        runDue();
    }

    @Override
    public int runDue() {
        int counted = 0;
        int more = 1;
        while (more > 0 && past.waitingSince().isPresent()) {
            more = count();
            counted += more;
        }
        return counted;
    }

    private int count() {
        Integer counted = transaction.execute(status -> Gathered.during(() -> count(past.take(MOST_AT_ONCE))));
        return counted == null ? 0 : counted;
    }

    private int count(List<Long> debtors) {
        if (debtors.isEmpty()) {
            return 0;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), Country.NO.zone());
        Map<Long, List<PastCases.PastCase>> cases = past.of(debtors, today);
        Map<CaseNumber, PastInvoice> invoices = new HashMap<>();
        cases.values().stream()
                .flatMap(Collection::stream)
                .forEach(each -> invoices.put(each.number(), each.invoice()));
        if (!invoices.isEmpty()) {
            contributors.forEach(room -> room.recall(invoices));
        }
        Map<Long, Behaviour> behaviour = new HashMap<>();
        cases.forEach((debtor, its) -> behaviour.put(
                debtor,
                Behaviour.of(its.stream().map(PastCases.PastCase::invoice).toList(), today)));
        segments.judge(behaviour, today).forEach((debtor, judged) -> {
            if (judged.changed()) {
                cases.get(debtor).stream()
                        .filter(PastCases.PastCase::open)
                        .forEach(open -> events.publishEvent(new SegmentChanged(
                                open.number(),
                                judged.before(),
                                judged.now().segment(),
                                judged.now().note().isEmpty()
                                        ? null
                                        : judged.now().note())));
            }
        });
        return debtors.size();
    }
}
