package no.forfall.worklist.web;

import java.security.Principal;
import java.util.Locale;
import no.forfall.api.Collisions;
import no.forfall.api.Notice;
import no.forfall.worklist.Undoing;
import no.forfall.worklist.WorkForms;
import no.forfall.worklist.WorkItem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Undoes what a person did last with the list, and says what that was. */
@Controller
class UndoPage {

    private final Undoing undoing;
    private final WorkForms forms;
    private final MessageSource messages;

    UndoPage(Undoing undoing, WorkForms forms, MessageSource messages) {
        this.undoing = undoing;
        this.forms = forms;
        this.messages = messages;
    }

    @PostMapping("/worklist/undo")
    String undo(Principal person, RedirectAttributes flash, Locale language) {
        Undoing.Undone undone = Collisions.retried(() -> undoing.undo(person.getName()));
        WorkItem finished = undone.finished();
        boolean onlyFinished = undone.result() == Undoing.Result.NOTHING && finished != null;
        String title = onlyFinished
                ? text("day.undone.FINISHED", language, subject(finished, language))
                : text("day.undone." + undone.result(), language, subject(undone.item(), language));
        boolean undid = undone.result() != Undoing.Result.NOTHING && undone.result() != Undoing.Result.CHANGED;
        flash.addFlashAttribute(
                "notice", new Notice(undid ? "kept" : "info", title, more(undone, onlyFinished, language)));
        if (finished != null) {
            flash.addFlashAttribute("correct", "/cases/" + finished.caseNumber());
        }
        return "redirect:" + page(undone);
    }

    private @Nullable String more(Undoing.Undone undone, boolean onlyFinished, Locale language) {
        if (undone.result() == Undoing.Result.CHANGED) {
            return text("day.undone.CHANGED.text", language);
        }
        if (undone.finished() == null) {
            return null;
        }
        return onlyFinished
                ? text("day.undone.FINISHED.text", language)
                : text("day.undone.finishedBefore", language, subject(undone.finished(), language));
    }

    private static String page(Undoing.Undone undone) {
        WorkItem item = undone.item();
        if (undone.query() != null && !undone.query().isEmpty()) {
            return "/worklist?" + undone.query();
        }
        boolean toItem = item != null
                && item.assignee() != null
                && (undone.result() == Undoing.Result.TAKEN_AGAIN || undone.result() == Undoing.Result.BROUGHT_BACK);
        return toItem ? "/worklist/" + item.id() : "/worklist";
    }

    private String subject(@Nullable WorkItem item, Locale language) {
        return item == null ? "" : forms.title(item, language) + " · " + item.caseNumber();
    }

    private String text(String key, Locale language, Object... values) {
        return messages.getMessage(key, values, language);
    }
}
