package no.forfall.worklist.bulk;

import org.jspecify.annotations.Nullable;

/** How many rows have come, or would come, to one state for one reason; {@code why} as in {@link BulkRow}. */
public record BulkCount(RowState state, @Nullable String why, long rows) {}
