package no.forfall.worklist.web;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import no.forfall.api.Listing;
import no.forfall.api.Notice;
import no.forfall.engine.Editions;
import no.forfall.engine.InvalidForm;
import no.forfall.identity.People;
import no.forfall.shared.CaseNumber;
import no.forfall.worklist.OpenItems;
import no.forfall.worklist.OrderFact;
import no.forfall.worklist.SavedFilters;
import no.forfall.worklist.Snooze;
import no.forfall.worklist.WorkFilter;
import no.forfall.worklist.WorkItem;
import no.forfall.worklist.WorkSummary;
import no.forfall.worklist.Worklist;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of work and its filters. */
@Controller
@RequestMapping("/worklist")
class WorkListPage {

    private static final int ROWS = 50;

    record Choice(String key, String name) {}

    record Saved(long id, String name, String href, boolean own, boolean shared, boolean current) {}

    private final Worklist worklist;
    private final OpenItems open;
    private final WorkRows rows;
    private final SavedFilters filters;
    private final Editions editions;
    private final People people;
    private final MessageSource messages;

    WorkListPage(
            Worklist worklist,
            OpenItems open,
            WorkRows rows,
            SavedFilters filters,
            Editions editions,
            People people,
            MessageSource messages) {
        this.worklist = worklist;
        this.open = open;
        this.rows = rows;
        this.filters = filters;
        this.editions = editions;
        this.people = people;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @RequestParam Map<String, String> fields,
            @RequestParam(defaultValue = "0") int page,
            Principal person,
            Model model,
            Locale language) {
        ListFilter typed = ListFilter.of(fields);
        WorkFilter filter = typed.toWorkFilter(
                person.getName(), worklist.covered(person.getName()), worklist.teamsOf(person.getName()));
        WorkSummary summary = open.roughSummary(filter);
        var items = open.page(filter, Math.max(page, 0), ROWS);
        String query = typed.toQuery();
        model.addAttribute("items", rows.of(items, person.getName(), language));
        model.addAttribute("filter", typed);
        model.addAttribute("filterQuery", query);
        model.addAttribute("faults", faults(typed, language));
        model.addAttribute("saved", saved(person.getName(), query));
        model.addAttribute("actions", actions(language));
        model.addAttribute("teams", teams(language));
        model.addAttribute(
                "facts",
                choices(Stream.of(OrderFact.values()).map(OrderFact::name).toList(), "worklist.fact.", language));
        model.addAttribute("holders", holders());
        model.addAttribute("snoozeReasons", choices(Snooze.REASONS, "reason.", language));
        model.addAttribute("summary", summary);
        model.addAttribute("page", new Listing<>(items, Math.max(page, 0), ROWS, summary.total()).pager());
        model.addAttribute("pageBase", "/worklist?" + (query.isEmpty() ? "" : query + "&"));
        return "worklist/list";
    }

    private List<Choice> holders() {
        return people.all().stream()
                .map(each -> new Choice(each.userName(), each.name()))
                .toList();
    }

    private List<Choice> teams(Locale language) {
        return Stream.concat(
                        Stream.of(new Choice(ListFilter.OWN, text("day.team.own", language))),
                        choices(ListFilter.TEAMS, "worklist.team.", language).stream())
                .toList();
    }

    private List<String> faults(ListFilter typed, Locale language) {
        return typed.faults().entrySet().stream()
                .map(fault -> messages.getMessage(
                        "worklist.filter.fault." + fault.getKey(), new Object[] {fault.getValue()}, language))
                .toList();
    }

    private List<Saved> saved(String person, String query) {
        return filters.of(person).stream()
                .map(each -> new Saved(
                        each.id(),
                        each.name(),
                        "/worklist?" + each.query(),
                        each.owner().equals(person),
                        each.shared(),
                        each.query().equals(query)))
                .toList();
    }

    private List<Choice> choices(List<String> keys, String prefix, Locale language) {
        return keys.stream()
                .map(key -> new Choice(key, text(prefix + key, language)))
                .toList();
    }

    /** Keeps the filter that is in use; what is no filter is dropped. */
    @PostMapping("/filters")
    String save(
            @RequestParam String name,
            @RequestParam String filter,
            @RequestParam(defaultValue = "false") boolean shared,
            Principal person,
            RedirectAttributes flash,
            Locale language) {
        String query = ListFilter.of(filter).toQuery();
        try {
            filters.save(person.getName(), name, query, shared);
            flash.addFlashAttribute("notice", new Notice("kept", text("worklist.saved.done", language), name.strip()));
        } catch (InvalidForm refused) {
            flash.addFlashAttribute(
                    "notice",
                    new Notice(
                            "risk",
                            text("worklist.saved.refused", language),
                            messages.getMessage(
                                    "worklist.saved.name.fault", new Object[] {SavedFilters.LONGEST_NAME}, language)));
        }
        return "redirect:/worklist" + (query.isEmpty() ? "" : "?" + query);
    }

    @PostMapping("/filters/{id}/delete")
    String delete(@PathVariable long id, Principal person, RedirectAttributes flash, Locale language) {
        filters.delete(id, person.getName()).ifPresent(filter -> {
            flash.addFlashAttribute(
                    "notice",
                    new Notice(
                            "kept",
                            messages.getMessage("day.did.FILTER_DELETED", new Object[] {filter.name()}, language),
                            text("day.undo.hint", language)));
            flash.addFlashAttribute("undoable", true);
        });
        return "redirect:/worklist";
    }

    private List<Choice> actions(Locale language) {
        List<Choice> actions = new ArrayList<>();
        open.elements()
                .forEach((element, process) ->
                        actions.add(new Choice(element, editions.elementName(process, element, language))));
        for (WorkItem.Kind kind : List.of(WorkItem.Kind.DECIDE, WorkItem.Kind.CHECK_DELIVERY)) {
            actions.add(new Choice(kind.name(), text("worklist.kind." + kind, language)));
        }
        actions.add(new Choice(WorkFilter.REPLIES, text("day.section.REPLIES", language)));
        return actions;
    }

    /** The item that is open on a case, for pages that know only the case. */
    @GetMapping("/of/{number}")
    String of(@PathVariable CaseNumber number) {
        return worklist.openOf(number).stream()
                .findFirst()
                .map(item -> "redirect:/worklist/" + item.id())
                .orElse("redirect:/cases/" + number);
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
