package no.forfall.worklist.web;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import no.forfall.api.Invalid;
import no.forfall.api.Listing;
import no.forfall.api.Notice;
import no.forfall.casefile.Holds;
import no.forfall.identity.People;
import no.forfall.identity.Role;
import no.forfall.shared.Country;
import no.forfall.ui.Formats;
import no.forfall.worklist.Snooze;
import no.forfall.worklist.WorkFilter;
import no.forfall.worklist.Worklist;
import no.forfall.worklist.bulk.BulkCount;
import no.forfall.worklist.bulk.BulkOrder;
import no.forfall.worklist.bulk.BulkOutcomes;
import no.forfall.worklist.bulk.BulkRun;
import no.forfall.worklist.bulk.BulkRuns;
import no.forfall.worklist.bulk.RowState;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Much work at once: what was chosen, what would happen to it, and after the start how far it is. One address for all three. */
@Controller
@RequestMapping("/worklist/bulk")
class BulkPage {

    private static final int ROWS = 50;
    private static final int RECENT = 10;
    private static final Set<Role> WORKERS =
            Set.of(Role.HANDLER, Role.MANAGER, Role.ADMIN, Role.SALES, Role.LOGISTICS, Role.PRICING);

    record Choice(String key, String name) {}

    private final Worklist worklist;
    private final BulkRuns runs;
    private final BulkOutcomes outcomes;
    private final BulkWords words;
    private final BulkProgress progress;
    private final People people;
    private final Formats formats;
    private final MessageSource messages;
    private final Clock clock;

    BulkPage(
            Worklist worklist,
            BulkRuns runs,
            BulkOutcomes outcomes,
            BulkWords words,
            BulkProgress progress,
            People people,
            Formats formats,
            MessageSource messages,
            Clock clock) {
        this.worklist = worklist;
        this.runs = runs;
        this.outcomes = outcomes;
        this.words = words;
        this.progress = progress;
        this.people = people;
        this.formats = formats;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String recent(Principal person, Model model, Locale language) {
        model.addAttribute(
                "runs",
                runs.startedBy(person.getName(), RECENT).stream()
                        .map(run -> progress.of(run, language))
                        .toList());
        model.addAttribute("zone", Country.NO.zone());
        return "worklist/bulk-runs";
    }

    @PostMapping
    String choose(
            @RequestParam(required = false) @Nullable List<String> item,
            @RequestParam(defaultValue = "") String filter,
            @RequestParam(defaultValue = "false") boolean all,
            Principal person,
            RedirectAttributes flash,
            Locale language) {
        ListFilter typed = ListFilter.of(filter);
        try {
            BulkRun run = all
                    ? runs.choose(person.getName(), filter(typed, person.getName()), typed.toQuery())
                    : runs.choose(person.getName(), item == null ? List.of() : item);
            return "redirect:/worklist/bulk/" + run.id();
        } catch (Invalid invalid) {
            flash.addFlashAttribute("notice", notice(invalid, language));
            return "redirect:/worklist" + (typed.toQuery().isEmpty() ? "" : "?" + typed.toQuery());
        }
    }

    private WorkFilter filter(ListFilter typed, String person) {
        return typed.toWorkFilter(person, worklist.covered(person), worklist.teamsOf(person));
    }

    private Notice notice(Invalid invalid, Locale language) {
        return new Notice(
                "risk",
                messages.getMessage("problem.invalid.title", null, language),
                invalid.sentence(messages, formats, language));
    }

    @GetMapping("/{id}")
    String one(
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(required = false) @Nullable RowState state,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            Locale language) {
        BulkRun run = runs.get(id);
        int at = Math.min(Math.max(page, 0), BulkRuns.MOST / ROWS);
        model.addAttribute("zone", Country.NO.zone());
        model.addAttribute(
                "back", run.query() == null || run.query().isEmpty() ? "/worklist" : "/worklist?" + run.query());
        if (run.startedAt() != null) {
            progress.show(run, state, at, model, language);
            return "worklist/bulk-run";
        }
        BulkForm form = BulkForm.of(fields);
        model.addAttribute("run", run);
        model.addAttribute("most", BulkRuns.MOST);
        model.addAttribute("heading", words.text("bulk.choice.title", language, formats.number(run.chosen())));
        model.addAttribute("form", form);
        choices(run, model, language);
        if (!form.action().isEmpty()) {
            preview(run, form, why, at, model, language);
        }
        return "worklist/bulk";
    }

    private void choices(BulkRun run, Model model, Locale language) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Country.NO.zone());
        model.addAttribute("today", today);
        model.addAttribute("latest", today.plusMonths(6));
        model.addAttribute(
                "people",
                people.all().stream()
                        .filter(each -> each.roles().stream().anyMatch(WORKERS::contains))
                        .map(each -> new Choice(each.userName(), each.name()))
                        .toList());
        model.addAttribute("laterReasons", reasons(Snooze.REASONS, language));
        model.addAttribute("holdReasons", reasons(Holds.REASONS, language));
        model.addAttribute(
                "outcomes",
                outcomes.of(run.id(), language).stream()
                        .map(offer ->
                                new Choice(offer.step() + ":" + offer.outcome(), offer.title() + ": " + offer.label()))
                        .toList());
    }

    private List<Choice> reasons(List<String> keys, Locale language) {
        return keys.stream()
                .map(key -> new Choice(key, words.text("reason." + key, language)))
                .toList();
    }

    private void preview(BulkRun run, BulkForm form, String why, int page, Model model, Locale language) {
        try {
            BulkOrder order = form.order();
            List<BulkCount> counts = runs.preview(run, order);
            String query = "/worklist/bulk/" + run.id() + "?" + form.toQuery() + "&";
            long done = BulkWords.sum(counts, RowState.DONE);
            String group = why.isEmpty() && done == 0 && !counts.isEmpty()
                    ? counts.get(0).why()
                    : why;
            long shown = counts.stream()
                    .filter(count -> Objects.equals(count.why() == null ? "" : count.why(), group))
                    .mapToLong(BulkCount::rows)
                    .sum();
            var rows = words.rows(
                    runs.previewed(run, order, group == null || group.isEmpty() ? null : group, page * ROWS, ROWS),
                    words.text("bulk.row.would", language),
                    language);
            model.addAttribute("does", words.title(run, order, language));
            model.addAttribute("will", words.will(order.action(), done, language));
            model.addAttribute("done", done);
            model.addAttribute("left", BulkWords.sum(counts, RowState.LEFT));
            model.addAttribute("groups", words.groups(counts, RowState.LEFT, language));
            model.addAttribute("group", group == null ? "" : group);
            model.addAttribute("base", query);
            model.addAttribute("pageBase", query + (group == null || group.isEmpty() ? "" : "why=" + group + "&"));
            model.addAttribute("rows", rows);
            model.addAttribute("page", new Listing<>(rows, page, ROWS, shown).pager());
        } catch (Invalid invalid) {
            model.addAttribute("fault", invalid.sentence(messages, formats, language));
        }
    }

    @PostMapping("/{id}/start")
    String start(
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            RedirectAttributes flash,
            Locale language) {
        BulkForm form = BulkForm.of(fields);
        try {
            runs.start(runs.get(id), form.order());
        } catch (Invalid invalid) {
            flash.addFlashAttribute("notice", notice(invalid, language));
        }
        return "redirect:/worklist/bulk/" + id;
    }

    @PostMapping("/{id}/stop")
    String stop(@PathVariable long id) {
        runs.stop(runs.get(id));
        return "redirect:/worklist/bulk/" + id;
    }
}
