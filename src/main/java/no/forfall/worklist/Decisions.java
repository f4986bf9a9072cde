package no.forfall.worklist;

import java.util.Map;
import java.util.UUID;
import no.forfall.cases.Cases;
import no.forfall.cases.ClosingReason;
import no.forfall.engine.InvalidForm;
import no.forfall.outbox.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries out what a person decided about an effect that stands still. */
@Component
class Decisions {

    private static final String FIELD = "outcome";

    private final Outbox outbox;
    private final Cases cases;

    Decisions(Outbox outbox, Cases cases) {
        this.outbox = outbox;
        this.cases = cases;
    }

    /** @throws InvalidForm when there is no outcome, or none that the item offers */
    void carryOut(WorkItem item, Map<String, Object> values) {
        UUID key = UUID.fromString(item.id());
        switch (outcome(item, values.get(FIELD))) {
            case TRY_AGAIN, SEND_AGAIN -> outbox.tryAgain(key);
            case GO_ON -> outbox.skip(key);
            case ARRIVED -> outbox.settleAsDelivered(key, "");
            case CLOSE_CASE -> cases.close(item.caseNumber(), ClosingReason.WITHDRAWN);
        }
    }

    private static Outcome outcome(WorkItem item, @Nullable Object value) {
        if (value == null) {
            throw new InvalidForm(Map.of(FIELD, "form.required"));
        }
        return item.kind().outcomes().stream()
                .filter(outcome -> outcome.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new InvalidForm(Map.of(FIELD, "form.choice")));
    }
}
