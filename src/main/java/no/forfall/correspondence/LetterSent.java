package no.forfall.correspondence;

import java.time.LocalDate;
import java.util.UUID;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * A letter has left the house.
 *
 * @param recipient the mail address, or name and postal address on one line
 * @param sentOn the day in the creditor's country from which the deadline was counted
 * @param deadline the last day to pay that it gave; null when it gave none
 * @param fee the fee it charged, such as {@code NOK 38.00}; null when none
 */
public record LetterSent(
        CaseNumber caseNumber,
        LetterType letterType,
        Channel channel,
        String recipient,
        LocalDate sentOn,
        @Nullable LocalDate deadline,
        @Nullable String fee,
        UUID letterId)
        implements CaseEvent {}
