package no.forfall.webhooks;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A system that is told.
 *
 * @param events that it wants
 * @param creditorId whose cases it is told of; null for all
 * @param active whether it is told of what happens from now on; what waits for it is sent in any case
 */
public record Webhook(
        long id,
        String name,
        String url,
        Set<EventKind> events,
        @Nullable Long creditorId,
        boolean active) {

    boolean wants(EventKind kind, long creditor) {
        return active && events.contains(kind) && (creditorId == null || creditorId == creditor);
    }
}
