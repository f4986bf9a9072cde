package no.forfall.notes.web;

import java.util.Locale;
import no.forfall.api.Notice;
import no.forfall.api.Return;
import no.forfall.notes.Mentions;
import no.forfall.notes.Notes;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people do with notes on the page of a case, or beside a task of it. */
@Controller
@RequestMapping("/cases/{number}/notes")
class NotesPage {

    private final Notes notes;
    private final MessageSource messages;

    NotesPage(Notes notes, MessageSource messages) {
        this.notes = notes;
        this.messages = messages;
    }

    @PostMapping
    String write(
            @PathVariable CaseNumber number,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String task,
            RedirectAttributes flash,
            Locale language) {
        return told(notes.write(number, text), number, task, flash, language);
    }

    @PostMapping("/{id}/correct")
    String correct(
            @PathVariable CaseNumber number,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String task,
            RedirectAttributes flash,
            Locale language) {
        return told(notes.correct(number, id, text), number, task, flash, language);
    }

    private String told(
            Mentions.Called called,
            CaseNumber number,
            @Nullable String task,
            RedirectAttributes flash,
            Locale language) {
        if (!called.unknown().isEmpty()) {
            String names = "@" + String.join(", @", called.unknown());
            flash.addFlashAttribute(
                    "notice",
                    new Notice(
                            "risk",
                            messages.getMessage("notes.unknown.title", null, language),
                            messages.getMessage("notes.unknown", new Object[] {names}, language)));
        }
        return Return.to(number, task);
    }

    @PostMapping("/{id}/pin")
    String pin(
            @PathVariable CaseNumber number,
            @PathVariable long id,
            @RequestParam boolean on,
            @RequestParam(required = false) @Nullable String task) {
        notes.pin(number, id, on);
        return Return.to(number, task);
    }

    @PostMapping("/{id}/evidence")
    String tick(
            @PathVariable CaseNumber number,
            @PathVariable long id,
            @RequestParam boolean on,
            @RequestParam(required = false) @Nullable String task) {
        notes.tick(number, id, on);
        return Return.to(number, task);
    }

    @PostMapping("/{id}/erase")
    String erase(
            @PathVariable CaseNumber number,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String task) {
        notes.erase(number, id);
        return Return.to(number, task);
    }
}
