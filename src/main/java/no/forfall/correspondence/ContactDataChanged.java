package no.forfall.correspondence;

import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * A person mended how the debtor is reached, after a letter had come back.
 *
 * @param email null when none is known
 * @param address on one line; null when none is known
 */
public record ContactDataChanged(
        CaseNumber caseNumber,
        @Nullable String email,
        @Nullable String address) implements CaseEvent {}
