package no.forfall.correspondence;

import java.util.UUID;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/**
 * A letter did not reach the debtor: it is no reminder and no notice, its deadline does not run, and what it charged is taken
 * back.
 *
 * @param recipient the mail address, or name and postal address on one line
 */
public record LetterReturned(
        CaseNumber caseNumber,
        LetterType letterType,
        LetterReturn.Way way,
        String recipient,
        String reason,
        UUID letterId)
        implements CaseEvent {}
