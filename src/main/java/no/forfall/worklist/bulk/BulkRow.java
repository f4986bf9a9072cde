package no.forfall.worklist.bulk;

import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * A row of a run as pages show it.
 *
 * @param why the key of a message; null when nothing was or would be in the way
 * @param detail what the message is filled with: a user name, a date in ISO form, or a reason as the outbox keeps it
 */
public record BulkRow(
        int place,
        String itemId,
        CaseNumber caseNumber,
        String debtor,
        String process,
        String element,
        String name,
        RowState state,
        @Nullable String why,
        @Nullable String detail) {}
