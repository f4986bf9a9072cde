package no.forfall.worklist.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.forfall.api.Collisions;
import no.forfall.api.FieldFault;
import no.forfall.api.FieldFaults;
import no.forfall.api.Listing;
import no.forfall.arrangements.AnswerOpen;
import no.forfall.disputes.DisputeOpen;
import no.forfall.engine.InvalidForm;
import no.forfall.engine.StepNotYours;
import no.forfall.shared.Country;
import no.forfall.worklist.AlreadyTaken;
import no.forfall.worklist.Foresight;
import no.forfall.worklist.OpenItems;
import no.forfall.worklist.Rank;
import no.forfall.worklist.WorkFilter;
import no.forfall.worklist.WorkForms;
import no.forfall.worklist.WorkItem;
import no.forfall.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The work list for programs, and for the forms on its pages. */
@RestController
@RequestMapping("/api/tasks")
@Tag(
        name = "Tasks",
        description = "What waits for a person: steps of processes, and letters that the law bars or that may be lost")
class TaskApi {

    private static final int LARGEST_PAGE = 200;

    private final Worklist worklist;
    private final OpenItems open;
    private final WorkForms forms;
    private final RankWords words;
    private final Foresight foresight;
    private final FieldFaults faults;
    private final MessageSource messages;
    private final Clock clock;

    TaskApi(
            Worklist worklist,
            OpenItems open,
            WorkForms forms,
            RankWords words,
            Foresight foresight,
            FieldFaults faults,
            MessageSource messages,
            Clock clock) {
        this.worklist = worklist;
        this.open = open;
        this.forms = forms;
        this.words = words;
        this.foresight = foresight;
        this.faults = faults;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "The open tasks in the order of the work list",
            description =
                    "The most points first; of equals the one that is due first, then the oldest. Points are the sum"
                            + " of the parts that each task names. The weights are the decision table work-order; a task is counted"
                            + " anew within seconds after something changed, and has 0 points until then. What was left for"
                            + " later is not in it, unless snoozed asks for just that.")
    Listing<TaskJson> list(
            @RequestParam(required = false) @Nullable String assignee,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(defaultValue = "false") boolean snoozed,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Locale language) {
        WorkFilter filter = new WorkFilter(assignee, false, team == null ? null : Set.of(team), null, null)
                .with(snoozed ? WorkFilter.Sleep.SNOOZED : WorkFilter.Sleep.AWAKE);
        int rows = Math.min(Math.max(size, 1), LARGEST_PAGE);
        List<TaskJson> items = open.page(filter, Math.max(page, 0), rows).stream()
                .map(each -> json(each.item(), each.rank(), language))
                .toList();
        return new Listing<>(items, page, rows, open.summary(filter).total());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One task, open or done")
    TaskJson one(@PathVariable String id, Locale language) {
        return json(worklist.get(id), language);
    }

    @GetMapping(path = "/{id}/form", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The task's form as Camunda Form JSON")
    String form(@PathVariable String id, Locale language) {
        return forms.form(worklist.get(id), language);
    }

    @PostMapping("/{id}/claim")
    @Operation(summary = "Take a task; 409 when somebody else has it")
    TaskJson claim(@PathVariable String id, Principal person, Locale language) {
        return json(Collisions.retried(() -> worklist.claim(id, person.getName())), language);
    }

    @PostMapping("/{id}/release")
    @Operation(summary = "Put a task back on the list")
    TaskJson release(@PathVariable String id, Principal person, Locale language) {
        return json(Collisions.retried(() -> worklist.release(id, person.getName())), language);
    }

    @PostMapping("/{id}/complete")
    @Operation(
            summary = "Finish a task",
            description = "Takes the values of its form by field; for DECIDE and CHECK_DELIVERY the field outcome."
                    + " Answers the page to go on with. 409 when it is done, held or somebody else's, 403 when"
                    + " another team or another person has to do it, 422 with the"
                    + " faults by field when a value is not allowed.")
    Map<String, String> complete(@PathVariable String id, @RequestBody Map<String, Object> values, Principal person) {
        Collisions.retried(() -> worklist.complete(id, person.getName(), values));
        return Map.of("location", "/worklist/next");
    }

    @PostMapping("/{id}/preview")
    @Operation(
            summary = "What finishing a task would do",
            description =
                    "Takes the same values as /complete, but changes nothing: the sentences that the case's timeline"
                            + " would say, oldest first, or the faults by field for which it would be refused. Answers the other"
                            + " refusals as /complete does.")
    Preview preview(
            @PathVariable String id, @RequestBody Map<String, Object> values, Principal person, Locale language) {
        try {
            return new Preview(
                    Collisions.retried(() -> foresight.of(id, person.getName(), values, language)).stream()
                            .map(entry -> new Foretold(entry.kind(), entry.text(), entry.detail()))
                            .toList(),
                    List.of());
        } catch (InvalidForm refused) {
            return new Preview(List.of(), faults.of(refused, language));
        }
    }

    /**
     * What finishing a task would do.
     *
     * @param told oldest first; empty when there are faults
     * @param faults why it would be refused; empty when it would not
     */
    record Preview(List<Foretold> told, List<FieldFault> faults) {}

    /**
     * A sentence of the timeline that is not written yet.
     *
     * @param sign what it wears there, such as {@code letter} or {@code hold}
     * @param detail a second sentence; null when there is none
     */
    record Foretold(String sign, String text, @Nullable String detail) {}

    @ExceptionHandler({AnswerOpen.class, DisputeOpen.class})
    ProblemDetail another(RuntimeException open, Locale language) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT,
                messages.getMessage("problem." + open.getClass().getSimpleName(), null, language));
        problem.setTitle(messages.getMessage("problem.another.title", null, language));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail notYours(StepNotYours refused, Locale language) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.FORBIDDEN, messages.getMessage(refused.messageKey(), null, language));
        problem.setTitle(messages.getMessage("problem.notYours.title", null, language));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail taken(AlreadyTaken taken, Locale language) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, messages.getMessage("problem.taken", new Object[] {taken.holder()}, language));
        problem.setTitle(messages.getMessage("problem.taken.title", null, language));
        return problem;
    }

    private TaskJson json(WorkItem item, Locale language) {
        return json(item, open.rank(item.id()), language);
    }

    private TaskJson json(WorkItem item, Rank rank, Locale language) {
        return TaskJson.of(
                item,
                forms.title(item, language),
                forms.reason(item, language),
                rank.points(),
                words.parts(rank, item, today(), language));
    }

    /** The day in Oslo, which is the day in Stockholm too. */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Country.NO.zone());
    }
}
