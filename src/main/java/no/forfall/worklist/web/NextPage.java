package no.forfall.worklist.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import no.forfall.api.Collisions;
import no.forfall.worklist.WorkItem;
import no.forfall.worklist.Worklist;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** The way to the next piece of work. */
@Controller
class NextPage {

    private final Worklist worklist;

    NextPage(Worklist worklist) {
        this.worklist = worklist;
    }

    /**
     * Takes the next free item; with nothing left the day is closed.
     *
     * @param on whether the person moves on from what was left for later just now
     * @param others whether it is to be one of another team
     */
    @GetMapping("/worklist/next")
    String next(
            @RequestParam(defaultValue = "false") boolean on,
            @RequestParam(defaultValue = "false") boolean others,
            Principal person,
            HttpServletRequest request,
            RedirectAttributes flash) {
        Map<String, ?> said = RequestContextUtils.getInputFlashMap(request);
        if (said != null) {
            said.forEach(flash::addFlashAttribute);
        }
        String user = person.getName();
        Optional<WorkItem> next = Collisions.retried(
                () -> others ? worklist.nextOfOthers(user) : on ? worklist.moveOn(user) : worklist.next(user));
        if (next.isEmpty()) {
            return "redirect:/worklist/closed";
        }
        flash.addFlashAttribute("undoable", true);
        return "redirect:/worklist/" + next.get().id();
    }
}
