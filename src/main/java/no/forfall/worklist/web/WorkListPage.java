package no.forfall.worklist.web;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import no.forfall.api.Collisions;
import no.forfall.api.Listing;
import no.forfall.api.Notice;
import no.forfall.engine.Editions;
import no.forfall.shared.CaseNumber;
import no.forfall.worklist.OpenItems;
import no.forfall.worklist.WorkFilter;
import no.forfall.worklist.WorkItem;
import no.forfall.worklist.WorkSummary;
import no.forfall.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of work, and the way to the next piece of it. */
@Controller
@RequestMapping("/worklist")
class WorkListPage {

    private static final int ROWS = 50;

    record Choice(String key, String name) {}

    record Filter(@Nullable String query, @Nullable String action, boolean mine, boolean free) {}

    private final Worklist worklist;
    private final OpenItems open;
    private final WorkRows rows;
    private final Editions editions;
    private final MessageSource messages;

    WorkListPage(Worklist worklist, OpenItems open, WorkRows rows, Editions editions, MessageSource messages) {
        this.worklist = worklist;
        this.open = open;
        this.rows = rows;
        this.editions = editions;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "false") boolean free,
            @RequestParam(defaultValue = "0") int page,
            Principal person,
            Model model,
            Locale language) {
        WorkFilter filter =
                new WorkFilter(mine ? person.getName() : null, free, null, blankToNull(query), blankToNull(action));
        WorkSummary summary = open.roughSummary(filter);
        var items = open.page(filter, Math.max(page, 0), ROWS);
        model.addAttribute("items", rows.of(items, language));
        model.addAttribute("filter", new Filter(query, action, mine, free));
        model.addAttribute("actions", actions(language));
        model.addAttribute("summary", summary);
        model.addAttribute("page", new Listing<>(items, Math.max(page, 0), ROWS, summary.total()).pager());
        model.addAttribute(
                "pageBase",
                UriComponentsBuilder.fromPath("/worklist")
                                .queryParam("query", Objects.requireNonNullElse(query, ""))
                                .queryParam("action", Objects.requireNonNullElse(action, ""))
                                .queryParam("mine", mine)
                                .queryParam("free", free)
                                .build()
                                .encode()
                                .toUriString()
                        + "&");
        return "worklist/list";
    }

    private List<Choice> actions(Locale language) {
        List<Choice> actions = new ArrayList<>();
        open.elements()
                .forEach((element, process) ->
                        actions.add(new Choice(element, editions.elementName(process, element, language))));
        for (WorkItem.Kind kind : List.of(WorkItem.Kind.DECIDE, WorkItem.Kind.CHECK_DELIVERY)) {
            actions.add(new Choice(kind.name(), text("worklist.kind." + kind, language)));
        }
        return actions;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** Takes the next free item; with nothing left it says so on the list. */
    @GetMapping("/next")
    String next(Principal person, RedirectAttributes flash, Locale language) {
        Optional<WorkItem> next = Collisions.retried(() -> worklist.next(person.getName()));
        if (next.isEmpty()) {
            flash.addFlashAttribute(
                    "notice",
                    new Notice("kept", text("worklist.empty.title", language), text("worklist.none", language)));
            return "redirect:/worklist";
        }
        return "redirect:/worklist/" + next.get().id();
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
