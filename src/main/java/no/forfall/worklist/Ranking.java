package no.forfall.worklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import no.forfall.cases.LegalCase;
import no.forfall.cases.LegalCases;
import no.forfall.cases.Urgency;
import no.forfall.cases.UrgencyContributor;
import no.forfall.law.CaseFacts;
import no.forfall.law.Law;
import no.forfall.law.LegalStep;
import no.forfall.law.Verdict;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import no.forfall.shared.FlowEvent;
import no.forfall.shared.Gathered;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives the open items their points, soon after something changed: many together and apart from what changed, so that no case
 * waits for it.
 */
@Component
class Ranking {

    private static final int MOST_AT_ONCE = 500;

    private final RankTable table;
    private final WeightsInForce weights;
    private final LegalCases legalCases;
    private final Law law;
    private final ObjectProvider<UrgencyContributor> contributors;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Gathered<CaseNumber> changed;

    Ranking(
            RankTable table,
            WeightsInForce weights,
            LegalCases legalCases,
            Law law,
            ObjectProvider<UrgencyContributor> contributors,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.weights = weights;
        this.legalCases = legalCases;
        this.law = law;
        this.contributors = contributors;
        this.transaction = transaction;
        this.clock = clock;
        this.changed = new Gathered<>(table::mark);
    }

    @EventListener
    void hear(CaseEvent event) {
        if (!(event instanceof FlowEvent) && contributors.stream().anyMatch(room -> room.changes(event))) {
            changed.add(event.caseNumber());
        }
    }

    @Scheduled(fixedDelayString = "${forfall.worklist.rank-every:PT1S}")
    @SchedulerLock(name = "work-order")
    void round() {
        rank();
    }

    /**
     * Counts everything that is to be counted anew. An item that somebody works with in this moment is left for the next time.
     *
     * @return how many
     */
    int rank() {
        Weights now = weights.now();
        LocalDate today = LocalDate.ofInstant(clock.instant(), Country.NO.zone());
        return all(most -> table.changed(most), taken -> gathered(taken, today), now, today)
                + all(most -> table.dueOn(today, now.version(), most), taken -> gathered(taken, today), now, today)
                + all(most -> table.rankedBefore(now.version(), most), Ranking::known, now, today);
    }

    private interface Facts {
        Map<String, ItemFacts> of(List<RankTable.Taken> taken);
    }

    private int all(IntFunction<List<RankTable.Taken>> take, Facts facts, Weights now, LocalDate today) {
        int counted = 0;
        int some = MOST_AT_ONCE;
        while (some == MOST_AT_ONCE) {
            some = once(() -> take.apply(MOST_AT_ONCE), facts, now, today);
            counted += some;
        }
        return counted;
    }

    private int once(Supplier<List<RankTable.Taken>> take, Facts facts, Weights now, LocalDate today) {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<RankTable.Taken> taken = take.get();
            if (!taken.isEmpty()) {
                table.write(
                        facts.of(taken).entrySet().stream()
                                .map(each -> ranked(each.getKey(), each.getValue(), now, today))
                                .toList(),
                        now.version(),
                        clock.instant());
            }
            return taken.size();
        }));
    }

    private static RankTable.Ranked ranked(String id, ItemFacts facts, Weights now, LocalDate today) {
        return new RankTable.Ranked(id, facts, now.of(facts, today), now.changesOn(facts, today));
    }

    private static Map<String, ItemFacts> known(List<RankTable.Taken> taken) {
        Map<String, ItemFacts> facts = new HashMap<>();
        taken.forEach(item -> facts.put(item.id(), Objects.requireNonNull(item.facts())));
        return facts;
    }

    private Map<String, ItemFacts> gathered(List<RankTable.Taken> taken, LocalDate today) {
        List<CaseNumber> numbers =
                taken.stream().map(RankTable.Taken::caseNumber).distinct().toList();
        Map<CaseNumber, Urgency> urgency = urgency(numbers);
        Map<CaseNumber, LegalCase> claims = legalCases.of(numbers);
        Map<String, ItemFacts> facts = new HashMap<>();
        table.gather(taken.stream().map(RankTable.Taken::id).toList())
                .forEach(item -> facts.put(
                        item.id(),
                        facts(
                                item,
                                Objects.requireNonNull(urgency.get(item.caseNumber())),
                                Objects.requireNonNull(claims.get(item.caseNumber()))
                                        .facts(),
                                today)));
        return facts;
    }

    private Map<CaseNumber, Urgency> urgency(Collection<CaseNumber> numbers) {
        Map<CaseNumber, Urgency> cases = new HashMap<>();
        numbers.forEach(number -> cases.put(number, new Urgency()));
        contributors.forEach(room -> room.contribute(cases));
        return cases;
    }

    private ItemFacts facts(RankTable.Known item, Urgency urgency, CaseFacts claim, LocalDate today) {
        LegalStep next = claim.letters().stream().anyMatch(letter -> letter.step() == LegalStep.NOTICE)
                ? LegalStep.HAND_OVER
                : LegalStep.NOTICE;
        Optional<LocalDate> lawfulFrom =
                claim.principalOpen().isPositive() ? from(next, claim, today) : Optional.empty();
        return new ItemFacts(
                item.currency(),
                item.amount(),
                item.exposure(),
                item.invoiceDueOn(),
                item.openedOn(),
                item.workDueOn(),
                item.standing(),
                urgency.brokenOn(),
                lawfulFrom.isPresent() ? next : null,
                lawfulFrom.orElse(null),
                law.looksTimeBarredFrom(claim).orElse(null),
                urgency.insolventOn(),
                urgency.isReached());
    }

    private Optional<LocalDate> from(LegalStep step, CaseFacts claim, LocalDate today) {
        Verdict verdict = law.verdict(step, claim, today);
        if (verdict.mayHappen()) {
            return Optional.of(today);
        }
        return verdict instanceof Verdict.Refused refused ? Optional.of(refused.earliest()) : Optional.empty();
    }
}
