package no.forfall.webhooks;

import java.time.Instant;
import java.util.UUID;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one system.
 *
 * @param key the same however often it is sent; by it the receiver knows it again
 * @param body exactly as it is signed and sent
 * @param status of the last answer; null when there was none
 * @param error why the last attempt failed; null when it did not
 */
public record Delivery(
        long id,
        UUID key,
        long webhookId,
        String webhook,
        String url,
        CaseNumber caseNumber,
        String event,
        String body,
        Instant at,
        State state,
        int attempts,
        @Nullable Integer status,
        @Nullable String error) {

    /** Where it stands. */
    public enum State {
        WAITING,
        DELIVERED,
        /** It was tried as often as is set; a person may send it again. */
        GIVEN_UP
    }
}
