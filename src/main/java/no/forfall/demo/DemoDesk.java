package no.forfall.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import no.forfall.engine.StepGone;
import no.forfall.engine.StepOpened;
import no.forfall.engine.Steps;
import no.forfall.shared.Country;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Does what the demo's case handler did in the past: calls people and decides about hand-overs, a few days late. */
@Component
@Profile("demo")
class DemoDesk {

    private final Steps steps;
    private final Clock clock;
    private final Random random = new Random(7);
    private final Queue<StepOpened> waiting = new ConcurrentLinkedQueue<>();

    DemoDesk(Steps steps, Clock clock) {
        this.steps = steps;
        this.clock = clock;
    }

    @EventListener
    void opened(StepOpened step) {
        waiting.add(step);
    }

    /** Goes through the steps once; about a third is left for another day. */
    void work() {
        for (int left = waiting.size(); left > 0; left--) {
            StepOpened step = waiting.remove();
            if (random.nextInt(3) == 0) {
                waiting.add(step);
            } else {
                complete(step);
            }
        }
    }

    void goHome() {
        waiting.clear();
    }

    private void complete(StepOpened step) {
        Map<String, Object> values =
                switch (step.element()) {
                    case "callDebtor" -> call();
                    case "assessDispute" -> dispute();
                    case "handleRejection" -> Map.of("rejectionOutcome", "KEEP");
                    case "approveHandOver" -> Map.of("handOverApproved", "APPROVE");
                    case "decideHandOver" -> Map.of("handOverDecision", random.nextInt(5) == 0 ? "KEEP" : "HAND_OVER");
                    default -> Map.of();
                };
        if (!values.isEmpty()) {
            try {
                steps.complete(step.stepId(), step.element().equals("approveHandOver") ? "manager" : "handler", values);
            } catch (StepGone paidMeanwhile) {
                // the debtor was faster than the handler
            }
        }
    }

    private Map<String, Object> dispute() {
        return Map.of(
                "outcome", random.nextInt(3) == 0 ? "UPHELD" : "REJECTED", "comment", "Looked at the delivery note.");
    }

    private Map<String, Object> call() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> Map.of("outcome", "REACHED", "cause", "FORGOT");
            case 3 -> Map.of("outcome", "REACHED", "cause", "NOT_SEEN");
            case 4, 5 ->
                Map.of(
                        "outcome",
                        "PROMISE",
                        "cause",
                        "SHORT_OF_MONEY",
                        "promiseDate",
                        today().plusDays(2 + random.nextInt(8)).toString());
            case 6, 7 -> Map.of("outcome", "NO_ANSWER");
            case 8 -> Map.of("outcome", "WRONG_NUMBER");
            default -> Map.of("outcome", "DISPUTE", "disputeReason", random.nextBoolean() ? "FAULTY" : "WRONG_AMOUNT");
        };
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Country.NO.zone());
    }
}
