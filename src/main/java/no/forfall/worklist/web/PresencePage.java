package no.forfall.worklist.web;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.forfall.api.Notice;
import no.forfall.cases.Cases;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.shared.CaseNumber;
import no.forfall.worklist.Presence;
import no.forfall.worklist.WorkItem;
import no.forfall.worklist.Worklist;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tells whoever looks at a case or at work on it that somebody else does too, or was quicker. */
@Controller
@RequestMapping("/worklist/present")
class PresencePage {

    private final Presence presence;
    private final Worklist worklist;
    private final Cases cases;
    private final People people;
    private final MessageSource messages;

    PresencePage(Presence presence, Worklist worklist, Cases cases, People people, MessageSource messages) {
        this.presence = presence;
        this.worklist = worklist;
        this.cases = cases;
        this.people = people;
        this.messages = messages;
    }

    /**
     * Notes who is there, and answers what there is to tell; 204 when that is what the page says already.
     *
     * @param item the work that the page shows as free or one's own; empty where it shows none, or says that it is taken or done
     * @param told what the page says
     */
    @PostMapping("/{number}")
    Object here(
            @PathVariable CaseNumber number,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String told,
            Principal person,
            Model model,
            Locale language) {
        cases.get(number);
        List<String> others = presence.seen(number, person.getName());
        Optional<Notice> quicker = item.isEmpty() ? Optional.empty() : quicker(item, person.getName(), language);
        String telling = quicker.map(Notice::title).orElse("") + String.join(",", others);
        if (telling.equals(told)) {
            return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
        }
        model.addAttribute("told", telling);
        model.addAttribute("quicker", quicker.orElse(null));
        model.addAttribute("others", others.isEmpty() ? null : sentence(others, language));
        return "worklist/present";
    }

    private Optional<Notice> quicker(String id, String person, Locale language) {
        WorkItem item = worklist.get(id);
        if (item.doneAt() != null) {
            return Optional.of(notice("presence.done", "", language));
        }
        String holder = item.assignee();
        return holder == null || holder.equals(person)
                ? Optional.empty()
                : Optional.of(notice(
                        "presence.taken", people.find(holder).map(Person::name).orElse(holder), language));
    }

    private Notice notice(String key, String who, Locale language) {
        Object[] filled = {who};
        return new Notice(
                "risk",
                messages.getMessage(key, filled, language),
                messages.getMessage(key + ".text", filled, language));
    }

    private String sentence(List<String> others, Locale language) {
        int last = others.size() - 1;
        return last == 0
                ? messages.getMessage("presence.open", others.toArray(), language)
                : messages.getMessage(
                        "presence.open.more",
                        new Object[] {String.join(", ", others.subList(0, last)), others.get(last)},
                        language);
    }
}
