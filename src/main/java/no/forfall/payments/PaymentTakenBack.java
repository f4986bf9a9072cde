package no.forfall.payments;

import java.time.LocalDate;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/**
 * A payment that was posted on the invoice of a case was taken back from it.
 *
 * @param amount with its currency, in major units
 * @param bookedOn the booking day of the payment
 * @param reason what the person gave as the reason
 */
public record PaymentTakenBack(CaseNumber caseNumber, String amount, LocalDate bookedOn, String reason)
        implements CaseEvent {}
