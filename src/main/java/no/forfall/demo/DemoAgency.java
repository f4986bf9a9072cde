package no.forfall.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import no.forfall.agency.AgencyAnswers;
import no.forfall.agency.HandedOver;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Plays the agency in the demo's past: it takes every claim, collects some and sends a few back. */
@Component
@Profile("demo")
class DemoAgency {

    private final AgencyAnswers answers;
    private final ObjectMapper json;
    private final Random random = new Random(11);
    private final Queue<HandedOver> received = new ConcurrentLinkedQueue<>();

    DemoAgency(AgencyAnswers answers, ObjectMapper json) {
        this.answers = answers;
        this.json = json;
    }

    @EventListener
    void receives(HandedOver claim) {
        received.add(claim);
    }

    /** Answers about some of the claims that lie with it. */
    void answer() {
        received.removeIf(claim -> {
            int turn = random.nextInt(40);
            if (turn > 2) {
                return false;
            }
            ObjectNode answer = json.createObjectNode();
            answer.put("status", turn == 0 ? "PAID" : turn == 1 ? "IN_PROGRESS" : "REJECTED");
            answer.put("message", turn == 2 ? "The debtor has moved abroad" : "");
            answer.put("agencyCaseNumber", "A-" + (70_000 + random.nextInt(9_000)));
            answers.take(claim.handoverId(), answer);
            return true;
        });
    }
}
