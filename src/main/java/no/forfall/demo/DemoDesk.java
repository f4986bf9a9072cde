package no.forfall.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import no.forfall.engine.StepGone;
import no.forfall.engine.StepOpened;
import no.forfall.engine.Steps;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Does what the demo's case handler did in the past: calls people and decides about hand-overs, a few days late. */
@Component
@Profile("demo")
class DemoDesk {

    private final Steps steps;
    private final Random random = new Random(7);
    private final Queue<StepOpened> waiting = new ConcurrentLinkedQueue<>();

    DemoDesk(Steps steps) {
        this.steps = steps;
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
        Map<String, Object> values = new HashMap<>();
        int outcome = random.nextInt(10);
        values.put(
                "outcome",
                outcome < 5 ? "REACHED" : outcome < 8 ? "NO_ANSWER" : outcome < 9 ? "WRONG_NUMBER" : "DISPUTE");
        if (outcome == 9) {
            values.put("disputeReason", random.nextBoolean() ? "FAULTY" : "WRONG_AMOUNT");
        }
        if (outcome < 5) {
            values.put("cause", outcome < 3 ? "FORGOT" : "NOT_SEEN");
        }
        return values;
    }
}
