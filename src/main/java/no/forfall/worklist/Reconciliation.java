package no.forfall.worklist;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import no.forfall.engine.OpenStep;
import no.forfall.engine.StepAssigned;
import no.forfall.engine.StepClosed;
import no.forfall.engine.Steps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Compares the table with the engine's open steps each night, repairs it, and says so where it ever differs. */
@Service
public class Reconciliation {

    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);
    private static final int PAGE = 500;

    /** How many items were missing, stood open too long, or had another owner. */
    public record Report(int added, int closed, int reassigned) {}

    private final Steps steps;
    private final ItemTable items;
    private final Keeping keeping;

    Reconciliation(Steps steps, ItemTable items, Keeping keeping) {
        this.steps = steps;
        this.items = items;
        this.keeping = keeping;
    }

    /** Clocks of nodes differ by less than the lock is kept at least. */
    @Scheduled(cron = "${forfall.worklist.reconcile:0 40 2 * * *}")
    @SchedulerLock(name = "reconciliation", lockAtLeastFor = "PT10M", lockAtMostFor = "PT11M")
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    void nightly() {
        reconcile();
    }

    /** Repairs the table as it is now. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Report reconcile() {
        Map<String, WorkItem> known =
                items.openSteps().stream().collect(Collectors.toMap(WorkItem::id, Function.identity()));
        int added = 0;
        int reassigned = 0;
        List<OpenStep> page;
        for (int first = 0; !(page = steps.open(first, PAGE)).isEmpty(); first += PAGE) {
            for (OpenStep step : page) {
                WorkItem item = known.remove(step.opened().stepId());
                if (item == null) {
                    keeping.opened(step.opened());
                    added++;
                }
                if (!Objects.equals(item == null ? null : item.assignee(), step.assignee())) {
                    keeping.assigned(new StepAssigned(
                            step.opened().caseNumber(), step.opened().stepId(), step.assignee()));
                    reassigned += item == null ? 0 : 1;
                }
            }
        }
        known.values()
                .forEach(gone -> keeping.closed(new StepClosed(
                        gone.caseNumber(),
                        gone.id(),
                        gone.process(),
                        gone.element(),
                        gone.name(),
                        false,
                        null,
                        null,
                        null)));
        Report report = new Report(added, known.size(), reassigned);
        if (!report.equals(new Report(0, 0, 0))) {
            log.warn("The work list differed from the engine and was repaired: {}", report);
        }
        return report;
    }
}
