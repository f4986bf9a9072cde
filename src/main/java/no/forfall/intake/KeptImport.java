package no.forfall.intake;

import java.time.Instant;

/**
 * An import that was done.
 *
 * @param refused records that were refused; 1 when the whole file was
 */
public record KeptImport(
        long id,
        String kind,
        String name,
        String sender,
        Instant at,
        String sha256,
        long accepted,
        long known,
        long refused) {}
