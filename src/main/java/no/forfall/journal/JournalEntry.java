package no.forfall.journal;

import java.time.Instant;
import java.util.Map;
import no.forfall.shared.CaseNumber;

/**
 * One thing that happened.
 *
 * @param at business time
 * @param kind the event's name, such as {@code LetterSent}
 * @param actor a person's user name, or {@code forfall} when no person acted
 * @param facts what the event says, by name
 */
public record JournalEntry(
        long id, CaseNumber caseNumber, Instant at, String kind, String actor, Map<String, Object> facts) {}
