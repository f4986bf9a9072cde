package no.forfall.worklist.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import no.forfall.api.Collisions;
import no.forfall.api.Notice;
import no.forfall.casefile.CaseScreen;
import no.forfall.casefile.DebtorPictures;
import no.forfall.cases.Cases;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.shared.Country;
import no.forfall.worklist.AlreadyTaken;
import no.forfall.worklist.CallGuide;
import no.forfall.worklist.WorkForms;
import no.forfall.worklist.WorkItem;
import no.forfall.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one piece of work: its form beside the case it is about. */
@Controller
@RequestMapping("/worklist/{id}")
class TaskPage {

    private static final int ENTRIES = 20;

    /** The step that has a script. */
    private static final String CALL = "callDebtor";

    private static final List<String> SKIP_REASONS =
            List.of("NO_ANSWER", "WAITS_FOR_PAPERS", "ASKS_COLLEAGUE", "OTHER");

    record Choice(String key, String name) {}

    record TaskView(
            String id,
            String title,
            @Nullable String instruction,
            @Nullable LocalDate due,
            @Nullable String dueTone,
            String schema,
            String values,
            String action,
            String preview,
            String submit,
            boolean mine,
            boolean taken,
            boolean held,
            boolean done,
            @Nullable String holder) {}

    private final Worklist worklist;
    private final WorkForms forms;
    private final CaseScreen screen;
    private final CallGuide guide;
    private final WhyHere why;
    private final DebtorPictures pictures;
    private final Cases cases;
    private final People people;
    private final MessageSource messages;
    private final ObjectMapper json;

    TaskPage(
            Worklist worklist,
            WorkForms forms,
            CaseScreen screen,
            CallGuide guide,
            WhyHere why,
            DebtorPictures pictures,
            Cases cases,
            People people,
            MessageSource messages,
            ObjectMapper json) {
        this.worklist = worklist;
        this.forms = forms;
        this.screen = screen;
        this.guide = guide;
        this.why = why;
        this.pictures = pictures;
        this.cases = cases;
        this.people = people;
        this.messages = messages;
        this.json = json;
    }

    @GetMapping
    String task(@PathVariable String id, Principal person, Model model, Locale language)
            throws JsonProcessingException {
        WorkItem item = worklist.get(id);
        screen.show(item.caseNumber(), model, ENTRIES, language);
        LocalDate due = item.due() == null ? null : LocalDate.ofInstant(item.due(), Country.NO.zone());
        boolean done = item.doneAt() != null;
        String holder = item.assignee();
        model.addAttribute(
                "task",
                new TaskView(
                        id,
                        forms.title(item, language),
                        forms.reason(item, language),
                        due,
                        WorkRows.dueTone(due, cases.today(item.caseNumber())),
                        "/api/tasks/" + id + "/form",
                        json.writeValueAsString(done ? java.util.Map.of() : forms.values(item)),
                        "/api/tasks/" + id + "/complete",
                        "/api/tasks/" + id + "/preview",
                        text("worklist.submit", language),
                        person.getName().equals(holder),
                        holder != null && !person.getName().equals(holder),
                        item.held(),
                        done,
                        holder == null
                                ? null
                                : people.find(holder).map(Person::name).orElse(holder)));
        model.addAttribute(
                "guide",
                done || !item.element().equals(CALL)
                        ? null
                        : guide.of(item.caseNumber(), person.getName(), language)
                                .orElse(null));
        model.addAttribute("why", why.of(item, language));
        model.addAttribute("picture", pictures.of(item.caseNumber(), language));
        model.addAttribute(
                "skipReasons",
                SKIP_REASONS.stream()
                        .map(key -> new Choice(key, text("reason." + key, language)))
                        .toList());
        return "worklist/task";
    }

    @PostMapping("/claim")
    String claim(@PathVariable String id, Principal person) {
        Collisions.retried(() -> worklist.claim(id, person.getName()));
        return "redirect:/worklist/" + id;
    }

    @PostMapping("/release")
    String release(@PathVariable String id, Principal person) {
        Collisions.retried(() -> worklist.release(id, person.getName()));
        return "redirect:/worklist";
    }

    @PostMapping("/skip")
    String skip(@PathVariable String id, @RequestParam String reason, Principal person) {
        Collisions.retried(() -> worklist.skip(id, person.getName(), reason));
        return "redirect:/worklist/next";
    }

    @ExceptionHandler
    String taken(AlreadyTaken taken, RedirectAttributes flash, Locale language) {
        flash.addFlashAttribute(
                "notice",
                new Notice(
                        "risk",
                        text("problem.taken.title", language),
                        messages.getMessage("problem.taken", new Object[] {taken.holder()}, language)));
        return "redirect:/worklist";
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
