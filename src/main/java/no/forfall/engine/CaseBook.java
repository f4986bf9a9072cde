package no.forfall.engine;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
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

    /**
     * Locks, until the transaction ends, those of some cases that nobody else holds; waits for none. What is
     * asked of one of them after that is read of all together.
     *
     * @param businessKeys of processes, mostly case numbers
     * @return the ones that are locked now; what is no case is left out
     */
    Set<String> lockFree(Collection<String> businessKeys);

    /** The facts that the law asks for, as they are now. */
    CaseFacts facts(CaseNumber caseNumber);

    /** The facts that decision tables ask for, as they are now, by the names of the tables' inputs. */
    Map<String, Object> routing(CaseNumber caseNumber);
}
