package no.forfall.outbox;

import java.util.UUID;
import no.forfall.shared.CaseNumber;

/**
 * Something a step wants done outside the house.
 *
 * @param key names the effect for ever; receivers get it as idempotency key
 * @param activity the name of the activity that carries it out
 * @param input the activity's input as JSON
 * @param origin where the confirmation goes back to, in the words of whoever queued it; empty when no step waits for it
 */
public record Effect(UUID key, CaseNumber caseNumber, String activity, String input, String origin) {}
