package no.forfall.worklist.web;

import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import no.forfall.api.Collisions;
import no.forfall.api.Notice;
import no.forfall.engine.InvalidForm;
import no.forfall.shared.Country;
import no.forfall.ui.Formats;
import no.forfall.worklist.AlreadyTaken;
import no.forfall.worklist.Snooze;
import no.forfall.worklist.Snoozing;
import no.forfall.worklist.WorkForms;
import no.forfall.worklist.WorkItem;
import no.forfall.worklist.Worklist;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes an item, gives it back or leaves it for later, from its page or from its row; says so and that it can be undone. */
@Controller
@RequestMapping("/worklist/{id}")
class TaskActs {

    private final Worklist worklist;
    private final Snoozing snoozing;
    private final WorkForms forms;
    private final Formats formats;
    private final MessageSource messages;

    TaskActs(Worklist worklist, Snoozing snoozing, WorkForms forms, Formats formats, MessageSource messages) {
        this.worklist = worklist;
        this.snoozing = snoozing;
        this.forms = forms;
        this.formats = formats;
        this.messages = messages;
    }

    @PostMapping("/claim")
    String claim(@PathVariable String id, Principal person, RedirectAttributes flash) {
        Collisions.retried(() -> worklist.claim(id, person.getName()));
        flash.addFlashAttribute("undoable", true);
        return "redirect:/worklist/" + id;
    }

    @PostMapping("/release")
    String release(@PathVariable String id, Principal person, RedirectAttributes flash, Locale language) {
        WorkItem item = Collisions.retried(() -> worklist.release(id, person.getName()));
        done(flash, text("day.did.GIVEN_BACK", language, subject(item, language)), language);
        return "redirect:/worklist";
    }

    /**
     * Leaves it for later; from its page the next one is taken.
     *
     * @param days a number, or {@code date} where the date counts
     * @param on whether to take the next one
     * @param back the filter of the list to go back to
     */
    @PostMapping("/snooze")
    String snooze(
            @PathVariable String id,
            @RequestParam(defaultValue = "1") String days,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean news,
            @RequestParam(defaultValue = "false") boolean on,
            @RequestParam(defaultValue = "") String back,
            Principal person,
            RedirectAttributes flash,
            Locale language) {
        try {
            Snooze snooze = new Snooze(
                    days.matches("\\d{1,2}") ? Integer.parseInt(days) : 0,
                    days.equals("date") ? day(date) : null,
                    reason,
                    news);
            Instant until = Collisions.retried(() -> snoozing.snooze(id, person.getName(), snooze));
            WorkItem item = worklist.get(id);
            done(
                    flash,
                    text(
                            "day.did.SNOOZED",
                            language,
                            formats.dayDate(LocalDate.ofInstant(until, Country.NO.zone())),
                            subject(item, language)),
                    language);
            return on ? "redirect:/worklist/next?on=true" : list(back);
        } catch (InvalidForm refused) {
            String field = refused.faults().keySet().iterator().next();
            flash.addFlashAttribute(
                    "notice",
                    new Notice(
                            "risk",
                            text("day.snooze.refused", language),
                            text("day.snooze.fault." + field, language, Snooze.MOST_DAYS)));
            return on ? "redirect:/worklist/" + id : list(back);
        }
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException noDate) {
            throw new InvalidForm(Map.of("date", "form.required"));
        }
    }

    private static String list(String filter) {
        String query = ListFilter.of(filter).toQuery();
        return "redirect:/worklist" + (query.isEmpty() ? "" : "?" + query);
    }

    private String subject(WorkItem item, Locale language) {
        return forms.title(item, language) + " · " + item.caseNumber();
    }

    private void done(RedirectAttributes flash, String what, Locale language) {
        flash.addFlashAttribute("notice", new Notice("kept", what, text("day.undo.hint", language)));
        flash.addFlashAttribute("undoable", true);
    }

    @ExceptionHandler
    String taken(AlreadyTaken taken, RedirectAttributes flash, Locale language) {
        flash.addFlashAttribute(
                "notice",
                new Notice(
                        "risk",
                        text("problem.taken.title", language),
                        text("problem.taken", language, taken.holder())));
        return "redirect:/worklist";
    }

    private String text(String key, Locale language, Object... values) {
        return messages.getMessage(key, values, language);
    }
}
