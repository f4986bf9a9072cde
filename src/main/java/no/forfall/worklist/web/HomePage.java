package no.forfall.worklist.web;

import java.security.Principal;
import no.forfall.identity.CurrentPerson;
import no.forfall.identity.Role;
import no.forfall.worklist.MorningBrief;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows everybody to their own desk; who works the list begins the day with the brief. */
@Controller
class HomePage {

    private final MorningBrief brief;

    HomePage(MorningBrief brief) {
        this.brief = brief;
    }

    @GetMapping("/")
    String home(Principal person) {
        if (CurrentPerson.has(Role.HANDLER, Role.SALES, Role.LOGISTICS, Role.PRICING)) {
            return brief.isFirstToday(person.getName()) ? "redirect:/worklist/brief" : "redirect:/worklist";
        }
        return CurrentPerson.has(Role.MANAGER, Role.ADMIN) ? "redirect:/cockpit" : "redirect:/studio";
    }
}
