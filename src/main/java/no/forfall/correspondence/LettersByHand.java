package no.forfall.correspondence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.UUID;
import no.forfall.cases.Cases;
import no.forfall.engine.ActivityBarred;
import no.forfall.outbox.Effect;
import no.forfall.outbox.Outbox;
import no.forfall.shared.CaseNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Letters that a person has sent and no diagram. Only those that tell: what is demanded, and when, is the process's. */
@Service
@Transactional
public class LettersByHand {

    private final Outbox outbox;
    private final Cases cases;
    private final Drafting drafting;
    private final Matters matters;
    private final ObjectMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LettersByHand(
            @Lazy Outbox outbox,
            Cases cases,
            Drafting drafting,
            Matters matters,
            ObjectMapper json,
            ApplicationEventPublisher events,
            Clock clock) {
        this.outbox = outbox;
        this.cases = cases;
        this.drafting = drafting;
        this.matters = matters;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Queues a letter; it leaves also when the case stands still or was closed.
     *
     * @throws java.util.NoSuchElementException when there is no such case
     * @throws IllegalArgumentException when the letter demands something
     * @throws ActivityBarred when the case knows nothing that the letter could speak of
     */
    public void send(CaseNumber caseNumber, LetterType type) throws ActivityBarred {
        if (type.demands()) {
            throw new IllegalArgumentException(type
                    + " asks for payment. The case's process sends it when it is lawful; use a letter that only tells");
        }
        cases.lock(caseNumber);
        matters.of(type, caseNumber, drafting.invoice(caseNumber), cases.today(caseNumber));
        events.publishEvent(new LetterAsked(caseNumber, type));
        outbox.queue(
                new Effect(
                        UUID.randomUUID(),
                        caseNumber,
                        SendLetter.NAME,
                        written(new SendLetter.Input(type, null, null)),
                        ""),
                clock.instant());
    }

    private String written(SendLetter.Input input) {
        try {
            return json.writeValueAsString(input);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
