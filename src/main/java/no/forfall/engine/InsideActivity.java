package no.forfall.engine;

import java.util.Map;
import no.forfall.shared.CaseNumber;

/**
 * An activity that changes nothing outside the house and has no effect in law. It runs in the engine's transaction and may
 * run again when that is rolled back.
 */
public non-sealed interface InsideActivity<I extends Record> extends Activity<I> {

    /** @return variables for the process; may be empty */
    Map<String, Object> run(CaseNumber caseNumber, I input);
}
