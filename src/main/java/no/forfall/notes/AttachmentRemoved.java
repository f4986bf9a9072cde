package no.forfall.notes;

import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/**
 * Somebody took a file off the case; its content is gone.
 *
 * @param file its name
 */
public record AttachmentRemoved(CaseNumber caseNumber, String file, String reason) implements CaseEvent {}
