package no.forfall.arrangements;

import java.time.LocalDate;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * What the debtor has answered and what is being worked on. Dates are local dates in the creditor's country.
 *
 * @param day when it was or will be paid, as far as that was said
 */
public record Answer(
        CaseNumber caseNumber,
        Kind kind,
        LocalDate saidOn,
        @Nullable LocalDate day) {

    /** What was said. */
    public enum Kind {
        /** “I have paid.” */
        PAID,
        /** “I will pay on that day.” */
        PROMISE,
        /** “I need to pay by instalments.” */
        PLAN
    }
}
