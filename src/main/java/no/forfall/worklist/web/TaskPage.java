package no.forfall.worklist.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import no.forfall.casefile.CaseScreen;
import no.forfall.casefile.DebtorPictures;
import no.forfall.cases.Cases;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.shared.Country;
import no.forfall.worklist.CallGuide;
import no.forfall.worklist.Snooze;
import no.forfall.worklist.WorkForms;
import no.forfall.worklist.WorkItem;
import no.forfall.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page of one piece of work: its form beside the case it is about. */
@Controller
@RequestMapping("/worklist/{id}")
class TaskPage {

    private static final int ENTRIES = 20;

    /** The step that has a script. */
    private static final String CALL = "callDebtor";

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
            @Nullable String holder,
            WorkRow.@Nullable Reason later) {}

    private final Worklist worklist;
    private final WorkForms forms;
    private final CaseScreen screen;
    private final CallGuide guide;
    private final WhyHere why;
    private final DebtorPictures pictures;
    private final Cases cases;
    private final People people;
    private final LaterWords laterWords;
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
            LaterWords laterWords,
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
        this.laterWords = laterWords;
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
        boolean taken =
                holder != null && !person.getName().equals(holder) && !worklist.covers(person.getName(), holder);
        boolean away = holder != null && !taken && !person.getName().equals(holder);
        model.addAttribute("away", away);
        model.addAttribute(
                "task",
                new TaskView(
                        id,
                        forms.title(item, language),
                        forms.reason(item, language),
                        due,
                        WorkRows.dueTone(due, cases.today(item.caseNumber())),
                        "/api/tasks/" + id + "/form",
                        json.writeValueAsString(done ? Map.of() : forms.values(item)),
                        "/api/tasks/" + id + "/complete",
                        "/api/tasks/" + id + "/preview",
                        text("worklist.submit", language),
                        person.getName().equals(holder),
                        taken,
                        item.held(),
                        done,
                        holder == null
                                ? null
                                : people.find(holder).map(Person::name).orElse(holder),
                        later(item, language)));
        model.addAttribute(
                "guide",
                done || !item.element().equals(CALL)
                        ? null
                        : guide.of(item.caseNumber(), person.getName(), language)
                                .orElse(null));
        model.addAttribute("why", why.of(item, language));
        model.addAttribute("picture", pictures.of(item.caseNumber(), language));
        model.addAttribute(
                "snoozeReasons",
                Snooze.REASONS.stream()
                        .map(key -> new Choice(key, text("reason." + key, language)))
                        .toList());
        return "worklist/task";
    }

    private WorkRow.@Nullable Reason later(WorkItem item, Locale language) {
        String by = item.later().by();
        Map<String, String> names = by == null
                ? Map.of()
                : people.find(by).map(each -> Map.of(by, each.name())).orElse(Map.of());
        return laterWords.of(item.later(), names, language).orElse(null);
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
