package no.forfall.worklist.web;

import java.time.Instant;
import java.util.List;
import no.forfall.shared.CaseNumber;
import no.forfall.worklist.WorkItem;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for a person.
 *
 * @param title what is to be done, in the reader's language
 * @param reason why a person must decide or check; null for steps
 * @param points the sum of its parts; the list has the most first
 * @param parts what it has points for, the most first
 * @param done whether it was finished or taken back
 */
record TaskJson(
        String id,
        WorkItem.Kind kind,
        CaseNumber caseNumber,
        String process,
        String element,
        String title,
        @Nullable String reason,
        @Nullable String team,
        @Nullable String assignee,
        boolean held,
        Instant openedAt,
        @Nullable Instant due,
        int points,
        List<RankWords.Part> parts,
        boolean done) {

    static TaskJson of(WorkItem item, String title, @Nullable String reason, int points, List<RankWords.Part> parts) {
        return new TaskJson(
                item.id(),
                item.kind(),
                item.caseNumber(),
                item.process(),
                item.element(),
                title,
                reason,
                item.team(),
                item.assignee(),
                item.held(),
                item.openedAt(),
                item.due(),
                points,
                parts,
                item.doneAt() != null);
    }
}
