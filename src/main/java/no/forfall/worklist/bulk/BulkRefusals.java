package no.forfall.worklist.bulk;

import java.util.NoSuchElementException;
import no.forfall.api.Invalid;
import no.forfall.arrangements.AnswerOpen;
import no.forfall.cases.CaseNotOpen;
import no.forfall.disputes.DisputeOpen;
import no.forfall.engine.InvalidForm;
import no.forfall.engine.StepGone;
import no.forfall.engine.StepNotYours;
import no.forfall.worklist.AlreadyTaken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;

/** What a refusal of the rooms below says about a row; anything that is no refusal is a fault and goes into the log. */
final class BulkRefusals {

    /** The reason is a sentence in all languages, as the outbox keeps it. */
    static final String SAID = "bulk.why.SAID";

    private static final Logger log = LoggerFactory.getLogger(BulkRefusals.class);

    private BulkRefusals() {}

    static RowResult of(long run, int place, RuntimeException refused) {
        if (refused instanceof CaseNotOpen state) {
            return RowResult.left("problem.case." + state.state(), null);
        }
        if (refused instanceof StepGone || refused instanceof NoSuchElementException) {
            return RowResult.left("bulk.why.GONE", null);
        }
        if (refused instanceof AlreadyTaken taken) {
            return RowResult.left("bulk.why.TAKEN", taken.holder());
        }
        if (refused instanceof StepNotYours notYours) {
            return RowResult.left(notYours.messageKey(), null);
        }
        if (refused instanceof InvalidForm form) {
            return RowResult.left(form.faults().values().iterator().next(), null);
        }
        if (refused instanceof Invalid invalid) {
            return RowResult.left(invalid.messageKey(), null);
        }
        if (refused instanceof AnswerOpen || refused instanceof DisputeOpen) {
            return RowResult.left("problem." + refused.getClass().getSimpleName(), null);
        }
        if (refused instanceof ConcurrencyFailureException) {
            return new RowResult(RowState.FAILED, "problem.collision", null);
        }
        log.error("Row {} of run {} could not be done; the others go on", place, run, refused);
        return new RowResult(RowState.FAILED, "bulk.why.FAULT", null);
    }
}
