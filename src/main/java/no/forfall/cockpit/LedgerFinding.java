package no.forfall.cockpit;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Where the books do not tie.
 *
 * @param key what does not tie: its sentence is that message
 * @param subject what of the case it is about, as the books name it
 * @param caseNumber null when it leads to no case
 * @param since the day of the check that found it first
 */
public record LedgerFinding(
        String key, String subject, @Nullable String caseNumber, Money expected, Money found, LocalDate since) {}
