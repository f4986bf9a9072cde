package no.forfall.notes;

import java.time.Instant;
import java.util.UUID;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * A file on a case, without its content.
 *
 * @param noteId the note it belongs to; null when none
 * @param disputeId the objection it is evidence of; null when none
 * @param name cleaned, with the ending of what it is
 * @param size in bytes
 * @param sha256 of the content, in hexadecimal
 * @param inEvidence whether somebody wants it in the evidence of the case; that of an objection is there anyhow
 * @param addedBy user name
 */
public record Attachment(
        UUID id,
        CaseNumber caseNumber,
        @Nullable Long noteId,
        @Nullable UUID disputeId,
        String name,
        FileKind kind,
        long size,
        String sha256,
        Scan scan,
        boolean inEvidence,
        String addedBy,
        Instant addedAt) {

    /** What is known of whether a file does harm. */
    public enum Scan {
        /** The house has nothing that looks. */
        NOT_SCANNED,
        /** It will be looked at, and cannot be fetched before. */
        WAITING,
        CLEAN,
        /** It was found harmful, and its content is not kept. */
        REFUSED
    }

    /** Whether anyone may have its content. */
    public boolean canBeFetched() {
        return scan == Scan.CLEAN || scan == Scan.NOT_SCANNED;
    }
}
