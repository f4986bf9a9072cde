package no.forfall.worklist.bulk;

import org.jspecify.annotations.Nullable;

/** What came of a row; {@code why} and {@code detail} as in {@link BulkRow}. */
record RowResult(
        RowState state, @Nullable String why, @Nullable String detail) {

    static final RowResult DONE = new RowResult(RowState.DONE, null, null);

    static RowResult left(String why, @Nullable String detail) {
        return new RowResult(RowState.LEFT, why, detail);
    }
}
