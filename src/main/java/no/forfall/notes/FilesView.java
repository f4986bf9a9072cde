package no.forfall.notes;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * The files of a case as {@code notes/files.html} shows them.
 *
 * @param files the newest first
 * @param subjects what a new file may belong to
 * @param largest how large one may be, in megabytes
 * @param most how many a case may have
 */
public record FilesView(CaseNumber caseNumber, List<Line> files, List<Choice> subjects, long largest, int most) {

    /** A thing to choose from. */
    public record Choice(String key, String name) {}

    /**
     * A file.
     *
     * @param about what it belongs to, in the reader's language; null when to the case alone
     * @param always whether it is in the evidence anyhow
     * @param addedBy the name of whoever put it there
     */
    public record Line(
            UUID id,
            String name,
            String size,
            Attachment.Scan scan,
            boolean fetched,
            @Nullable String about,
            boolean inEvidence,
            boolean always,
            String addedBy,
            Instant addedAt,
            String sha256,
            boolean removable) {

        /** How its state looks. */
        public String tone() {
            return switch (scan) {
                case NOT_SCANNED -> "neutral";
                case WAITING -> "risk";
                case CLEAN -> "kept";
                case REFUSED -> "breach";
            };
        }
    }
}
