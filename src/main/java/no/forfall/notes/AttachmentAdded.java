package no.forfall.notes;

import java.util.UUID;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/**
 * Somebody put a file on the case.
 *
 * @param file its name
 */
public record AttachmentAdded(CaseNumber caseNumber, String file, UUID attachmentId, String sha256)
        implements CaseEvent {}
