package no.forfall.engine;

import java.time.LocalDate;
import java.util.Optional;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.LocalText;

/**
 * Something besides the law for which a debtor is asked for nothing, such as its bankruptcy: no contact that presses, no
 * demand, no fee, no hand-over. A person decides what becomes of such a step.
 */
public interface Prohibition {

    /**
     * Why.
     *
     * @param rule a short name of the rule
     * @param why for people
     */
    record Bar(String rule, LocalText why) {}

    /** @param today in the creditor's country */
    Optional<Bar> bar(CaseNumber caseNumber, LocalDate today);
}
