package no.forfall.notes;

import java.time.Instant;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote down on a case.
 *
 * @param text null once it is erased
 * @param author user name
 * @param correctedAt when it got its present words; null when they are the first
 * @param pinned whether it stays at the top of the case
 * @param inEvidence whether somebody wants it in the evidence of the case
 * @param erasedAt null as long as it can be read
 */
public record Note(
        long id,
        CaseNumber caseNumber,
        @Nullable String text,
        String author,
        Instant writtenAt,
        @Nullable Instant correctedAt,
        boolean pinned,
        boolean inEvidence,
        @Nullable Instant erasedAt) {

    /** What it said until it was corrected. */
    public record Version(String text, Instant replacedAt) {}
}
