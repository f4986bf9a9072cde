package no.forfall.engine;

import java.time.Instant;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * A job of the engine that has given up after its retries.
 *
 * @param id names the job
 * @param cause what went wrong, as the failing code said it
 * @param since when the job was due
 */
public record Fault(String id, @Nullable CaseNumber caseNumber, Place place, String cause, Instant since) {}
