package no.forfall.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import no.forfall.shared.Agenda;
import no.forfall.shared.CaseNumber;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Resumes cases when the last day of their hold has passed. */
@Component
class HoldAgenda implements Agenda {

    private final CollectionCases holds;
    private final Cases cases;
    private final Clock clock;

    HoldAgenda(CollectionCases holds, Cases cases, Clock clock) {
        this.holds = holds;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> nextDue() {
        return holds.nextHoldEnd()
                .map(last -> last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    @Scheduled(fixedDelayString = "${forfall.cases.hold-check:PT10M}")
    @SchedulerLock(name = "holds")
    void round() {
        runDue();
    }

    @Override
    public int runDue() {
        var ended = holds.heldUntilBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        ended.forEach(number -> cases.resume(new CaseNumber(number)));
        return ended.size();
    }
}
