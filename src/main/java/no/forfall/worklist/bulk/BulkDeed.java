package no.forfall.worklist.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.forfall.casefile.Holds;
import no.forfall.cases.Cases;
import no.forfall.correspondence.LetterType;
import no.forfall.correspondence.LettersByHand;
import no.forfall.engine.ActivityBarred;
import no.forfall.identity.CurrentPerson;
import no.forfall.worklist.Snooze;
import no.forfall.worklist.Snoozing;
import no.forfall.worklist.Worklist;
import no.forfall.worklist.bulk.BulkTable.Turn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Does with one row what a run is for, by the same ways as a person who does it on a page. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class BulkDeed {

    private final BulkJudge judge;
    private final BulkOutcomes outcomes;
    private final Worklist worklist;
    private final Snoozing snoozing;
    private final Cases cases;
    private final Holds holds;
    private final LettersByHand letters;
    private final ObjectMapper json;

    BulkDeed(
            BulkJudge judge,
            BulkOutcomes outcomes,
            Worklist worklist,
            Snoozing snoozing,
            Cases cases,
            Holds holds,
            LettersByHand letters,
            ObjectMapper json) {
        this.judge = judge;
        this.outcomes = outcomes;
        this.worklist = worklist;
        this.snoozing = snoozing;
        this.cases = cases;
        this.holds = holds;
        this.letters = letters;
        this.json = json;
    }

    /** Acts as the person of the rules; whatever a rule throws is for the caller, whose transaction is then spoiled. */
    RowResult act(long run, Turn row, BulkRules rules) {
        return CurrentPerson.as(rules.person(), () -> {
            // the case before the item: the order in which payments take them too
            cases.lock(row.caseNumber());
            return judge.now(run, row.place(), rules).orElseGet(() -> does(row, rules));
        });
    }

    private RowResult does(Turn row, BulkRules rules) {
        BulkOrder order = rules.order();
        String me = rules.person().userName();
        boolean manager = BulkRules.isManager(rules.person());
        switch (order.action()) {
            case ASSIGN -> worklist.assign(row.itemId(), me, order.to(), manager);
            case RELEASE -> worklist.assign(row.itemId(), me, null, manager);
            case SKIP -> snoozing.snooze(row.itemId(), me, new Snooze(1, null, String.valueOf(order.reason()), false));
            case HOLD -> holds.holdAmongOthers(row.caseNumber(), order.reason(), order.until());
            case COMPLETE -> {
                return complete(row, me, order);
            }
            case LETTER -> {
                return send(row);
            }
        }
        return RowResult.DONE;
    }

    private RowResult complete(Turn row, String me, BulkOrder order) {
        Optional<OutcomeForm> form = outcomes.form(worklist.get(row.itemId()), Locale.ENGLISH);
        if (form.isEmpty()) {
            return RowResult.left("bulk.why.NEEDS_MORE", null);
        }
        worklist.complete(row.itemId(), me, Map.of(form.get().field(), String.valueOf(order.outcome())));
        return RowResult.DONE;
    }

    private RowResult send(Turn row) {
        try {
            letters.send(row.caseNumber(), LetterType.STATEMENT_OF_ACCOUNT);
            return RowResult.DONE;
        } catch (ActivityBarred barred) {
            return RowResult.left(BulkRefusals.SAID, written(barred));
        }
    }

    private String written(ActivityBarred barred) {
        try {
            return json.writeValueAsString(barred.why());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
