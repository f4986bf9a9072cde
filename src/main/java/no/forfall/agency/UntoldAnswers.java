package no.forfall.agency;

import java.time.Instant;
import java.util.Optional;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import no.forfall.shared.Agenda;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells processes later what the agency said while they could not hear it: before they waited, or while held. */
@Component
class UntoldAnswers implements Agenda {

    private final AnswerTable answers;
    private final AgencyAnswers desk;

    UntoldAnswers(AnswerTable answers, AgencyAnswers desk) {
        this.answers = answers;
        this.desk = desk;
    }

    /** Never: it waits for something else than time. */
    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }

    @Scheduled(fixedDelayString = "${forfall.agency.answer-check:PT10S}")
    @SchedulerLock(name = "untold-answers")
    void round() {
        runDue();
    }

    @Override
    public int runDue() {
        return (int) answers.untold().stream().filter(desk::tellAgain).count();
    }
}
