package no.forfall.worklist.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.forfall.engine.StepGone;
import no.forfall.engine.Steps;
import no.forfall.shared.LocalText;
import no.forfall.ui.Languages;
import no.forfall.worklist.WorkForms;
import no.forfall.worklist.WorkItem;
import no.forfall.worklist.Worklist;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which of the chosen steps can be finished together: those whose forms need nothing but an outcome. */
@Component
@Transactional(readOnly = true)
public class BulkOutcomes {

    private static final int MOST_STEPS = 12;

    private static final String EXAMPLES = "select distinct on (step) item_id from (select r.item_id, r.place,"
            + " case w.kind when 'STEP' then w.element else w.kind end as step from app.bulk_row r"
            + " join app.work_item w on w.id = r.item_id where r.run_id = :run and w.done_at is null) e"
            + " where :step = '' or step = :step order by step, place limit :most";

    private final JdbcClient jdbc;
    private final Worklist worklist;
    private final WorkForms forms;
    private final Steps steps;
    private final ObjectMapper json;

    BulkOutcomes(JdbcClient jdbc, Worklist worklist, WorkForms forms, Steps steps, ObjectMapper json) {
        this.jdbc = jdbc;
        this.worklist = worklist;
        this.forms = forms;
        this.steps = steps;
        this.json = json;
    }

    /**
     * A step and one of its outcomes.
     *
     * @param title of the step, and {@code label} of the outcome, in the reader's language
     */
    public record Offer(String step, String title, String outcome, String label) {}

    /** What can be chosen for the open rows of a run; empty when each of their forms asks for more. */
    public List<Offer> of(long run, Locale language) {
        return examples(run, "").stream()
                .flatMap(item -> form(item, language).stream().flatMap(form -> form.outcomes().stream()
                        .map(outcome ->
                                new Offer(step(item), forms.title(item, language), outcome.value(), outcome.label()))))
                .toList();
    }

    /** A step and its outcome in words; as they are called in diagram and form where no row has the step any more. */
    public String said(long run, BulkOrder order, Locale language) {
        return of(run, language).stream()
                .filter(offer ->
                        offer.step().equals(order.step()) && offer.outcome().equals(order.outcome()))
                .findFirst()
                .map(offer -> offer.title() + ": " + offer.label())
                .orElse(order.step() + ": " + order.outcome());
    }

    LocalText said(long run, BulkOrder order) {
        return new LocalText(
                said(run, order, Languages.NORWEGIAN),
                said(run, order, Languages.SWEDISH),
                said(run, order, Languages.ENGLISH));
    }

    private List<WorkItem> examples(long run, String step) {
        return jdbc
                .sql(EXAMPLES)
                .param("run", run)
                .param("step", step)
                .param("most", MOST_STEPS)
                .query(String.class)
                .list()
                .stream()
                .map(worklist::get)
                .toList();
    }

    static String step(WorkItem item) {
        return item.kind() == WorkItem.Kind.STEP ? item.element() : item.kind().name();
    }

    /** Empty when its form asks for more than an outcome, or when it was done meanwhile. */
    Optional<OutcomeForm> form(WorkItem item, Locale language) {
        try {
            return OutcomeForm.of(json.readTree(forms.form(item, language)), language);
        } catch (StepGone done) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The form is not JSON", e);
        }
    }

    /** The step whose person may not finish this one; empty where the diagram asks for no other eyes. */
    Optional<String> otherEyesThan(long run, String step) {
        return examples(run, step).stream()
                .filter(item -> item.kind() == WorkItem.Kind.STEP)
                .findFirst()
                .flatMap(item -> steps.otherEyesThan(item.id()));
    }
}
