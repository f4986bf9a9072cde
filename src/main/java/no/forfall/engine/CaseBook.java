package no.forfall.engine;

import java.util.Map;
import no.forfall.law.CaseFacts;
import no.forfall.shared.CaseNumber;

/** What the engine must know about a case. A room above answers. */
public interface CaseBook {

    /** How a case stands. */
    enum Standing {
        OPEN,
        HELD,
        CLOSED
    }

    /** How the case stands in the eyes of this transaction. */
    Standing standing(CaseNumber caseNumber);

    /** Locks the case until the transaction ends, so that a payment and a step never pass each other unseen. */
    Standing lock(CaseNumber caseNumber);

    /** The facts that the law asks for, as they are now. */
    CaseFacts facts(CaseNumber caseNumber);

    /** The facts that decision tables ask for, as they are now, by the names of the tables' inputs. */
    Map<String, Object> routing(CaseNumber caseNumber);
}
