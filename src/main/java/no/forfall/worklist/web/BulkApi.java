package no.forfall.worklist.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import no.forfall.api.Invalid;
import no.forfall.api.Listing;
import no.forfall.worklist.Worklist;
import no.forfall.worklist.bulk.BulkAction;
import no.forfall.worklist.bulk.BulkCount;
import no.forfall.worklist.bulk.BulkOrder;
import no.forfall.worklist.bulk.BulkRun;
import no.forfall.worklist.bulk.BulkRuns;
import no.forfall.worklist.bulk.RowState;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Much work at once for programs: choose, look, start, watch, stop. */
@RestController
@RequestMapping("/api/bulk")
@Tag(
        name = "Bulk",
        description =
                "The same for many tasks: they are chosen, what would happen is counted, and a run works them off in the"
                        + " background, each in a transaction of its own. For handlers and managers; of others’ runs, managers see all")
class BulkApi {

    private static final int LARGEST_PAGE = 200;

    private final Worklist worklist;
    private final BulkRuns runs;
    private final BulkWords words;

    BulkApi(Worklist worklist, BulkRuns runs, BulkWords words) {
        this.worklist = worklist;
        this.runs = runs;
        this.words = words;
    }

    /**
     * What is chosen: tasks by their ids, or all that a filter shows.
     *
     * @param tasks ids; null to choose by the filter
     * @param filter as the address of the work list has it behind its question mark; empty chooses every open task
     */
    record Chosen(@Nullable List<String> tasks, @Nullable String filter) {}

    /** What is to be done; each action needs its own fields, and the others are left out. */
    record Order(
            @Nullable BulkAction action,
            @Nullable String to,
            @Nullable String reason,
            @Nullable LocalDate until,
            @Nullable String step,
            @Nullable String outcome) {

        BulkOrder order() {
            if (action == null) {
                throw new Invalid("action", "bulk.action.required");
            }
            return new BulkOrder(action, to, reason, until, step, outcome);
        }
    }

    /**
     * A group of rows.
     *
     * @param why a key that stays the same in every language; null for what is done or waits
     * @param text the same as a phrase; null as {@code why}
     */
    record Group(
            RowState state, @Nullable String why, @Nullable String text, long rows) {}

    /**
     * A choice or a run.
     *
     * @param more whether the filter had more tasks than a run takes
     * @param order null before the start
     */
    record Run(
            long id,
            String person,
            int chosen,
            boolean more,
            @Nullable BulkOrder order,
            Instant madeAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String stoppedBy,
            List<Group> groups) {}

    /** A row of a run; {@code result} is a sentence in the reader's language. */
    record Row(String caseNumber, String debtor, String step, RowState state, String result) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Choose tasks",
            description =
                    "By ids, 500 at most, or by a filter, the first 20 000 of the list at most. What is chosen stays so,"
                            + " whatever the filter shows later. Nothing is done before /start; a choice that is not started is forgotten"
                            + " after a day.")
    Run choose(@RequestBody Chosen chosen, Principal person, Locale language) {
        if (chosen.tasks() != null) {
            return json(runs.choose(person.getName(), chosen.tasks()), language);
        }
        if (chosen.filter() == null) {
            throw new Invalid("filter", "form.required");
        }
        ListFilter filter = ListFilter.of(chosen.filter());
        return json(
                runs.choose(
                        person.getName(),
                        filter.toWorkFilter(
                                person.getName(),
                                worklist.covered(person.getName()),
                                worklist.teamsOf(person.getName())),
                        filter.toQuery()),
                language);
    }

    @PostMapping("/{id}/preview")
    @Operation(
            summary = "What would become of the chosen tasks now",
            description =
                    "Counts how many would be done (DONE) and how many left out (LEFT), by reason. ASSIGN needs to (a user"
                            + " name); SKIP reason (NO_ANSWER, WAITS_FOR_PAPERS, ASKS_COLLEAGUE, OTHER); HOLD reason and maybe until;"
                            + " COMPLETE step (an element, DECIDE or CHECK_DELIVERY) and outcome, for forms that need nothing else;"
                            + " RELEASE and LETTER (a statement of account to each customer) nothing. 422 names what is missing.")
    List<Group> preview(@PathVariable long id, @RequestBody Order order, Locale language) {
        return groups(runs.preview(runs.get(id), order.order()), language);
    }

    @PostMapping("/{id}/start")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Start a run",
            description =
                    "Takes the same as /preview, from whoever chose the tasks, in whose name they are done. Each task is"
                            + " looked at again when its turn comes. Starting again changes nothing.")
    Run start(@PathVariable long id, @RequestBody Order order, Locale language) {
        runs.start(runs.get(id), order.order());
        return json(runs.get(id), language);
    }

    @PostMapping("/{id}/stop")
    @Operation(summary = "Stop a run; what is done stays done, the rest stays undone")
    Run stop(@PathVariable long id, Locale language) {
        runs.stop(runs.get(id));
        return json(runs.get(id), language);
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "How far a run is",
            description = "WAITS, DONE, LEFT for a reason, or FAILED; ended when endedAt is set.")
    Run one(@PathVariable long id, Locale language) {
        return json(runs.get(id), language);
    }

    @GetMapping("/{id}/rows")
    @Operation(summary = "The rows of a run with their results")
    Listing<Row> rows(
            @PathVariable long id,
            @Parameter(description = "Only rows of this state") @RequestParam(required = false) @Nullable
                    RowState state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Locale language) {
        BulkRun run = runs.get(id);
        int most = Math.min(Math.max(size, 1), LARGEST_PAGE);
        int first = Math.min(Math.max(page, 0), BulkRuns.MOST / most);
        List<Row> rows = words
                .rows(runs.rows(run, state, first * most, most), words.text("bulk.row.WAITS", language), language)
                .stream()
                .map(row -> new Row(row.caseNumber(), row.debtor(), row.step(), row.state(), row.text()))
                .toList();
        long total = runs.results(run).stream()
                .filter(count -> state == null || count.state() == state)
                .mapToLong(BulkCount::rows)
                .sum();
        return new Listing<>(rows, first, most, total);
    }

    private Run json(BulkRun run, Locale language) {
        return new Run(
                run.id(),
                run.person(),
                run.chosen(),
                run.more(),
                run.order(),
                run.madeAt(),
                run.startedAt(),
                run.endedAt(),
                run.stoppedBy(),
                groups(runs.results(run), language));
    }

    private List<Group> groups(List<BulkCount> counts, Locale language) {
        return counts.stream()
                .map(count -> new Group(
                        count.state(),
                        count.why(),
                        count.why() == null ? null : words.text(Objects.requireNonNull(count.why()), language),
                        count.rows()))
                .toList();
    }
}
