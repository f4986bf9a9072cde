package no.forfall.engine;

import java.time.LocalDate;
import java.util.Optional;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.LocalText;

/**
 * Something besides the law that must be there before a debtor is charged a fee, gets a notice or is handed over, such as
 * fresh data from the bank. What lacks it waits and is asked again on the next banking day, or when
 * {@link no.forfall.outbox.Outbox#wake somebody wakes it}.
 */
public interface Prerequisite {

    /**
     * What is not there.
     *
     * @param rule a name under which what waits for it is woken
     * @param why for people
     */
    record Missing(String rule, LocalText why) {}

    /** @param today in the creditor's country */
    Optional<Missing> missing(CaseNumber caseNumber, LocalDate today);
}
