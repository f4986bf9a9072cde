package no.forfall.notes;

import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/**
 * A file was found harmful; its content is not kept.
 *
 * @param file its name
 */
public record AttachmentRefused(CaseNumber caseNumber, String file) implements CaseEvent {}
