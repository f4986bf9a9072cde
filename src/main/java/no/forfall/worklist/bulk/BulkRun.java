package no.forfall.worklist.bulk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A choice of rows, and once it was started, what is done with them.
 *
 * @param person user name of whoever chose; the work is done in that name
 * @param query the filter that was in use, as the page's address has it; null when rows were ticked
 * @param chosen how many rows there are
 * @param more whether the filter had more than a run takes
 * @param order null before the start
 * @param endedAt when nothing was left to do, or when it was stopped; null before
 */
public record BulkRun(
        long id,
        String person,
        @Nullable String query,
        int chosen,
        boolean more,
        @Nullable BulkOrder order,
        Instant madeAt,
        @Nullable Instant startedAt,
        @Nullable Instant stoppedAt,
        @Nullable String stoppedBy,
        @Nullable Instant endedAt) {

    /** Whether rows are being worked off. */
    public boolean isRunning() {
        return startedAt != null && endedAt == null;
    }
}
