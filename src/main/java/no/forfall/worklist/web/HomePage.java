package no.forfall.worklist.web;

import no.forfall.identity.CurrentPerson;
import no.forfall.identity.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows everybody to their own desk. */
@Controller
class HomePage {

    @GetMapping("/")
    String home() {
        if (CurrentPerson.has(Role.HANDLER, Role.SALES, Role.LOGISTICS, Role.PRICING)) {
            return "redirect:/worklist";
        }
        return CurrentPerson.has(Role.MANAGER, Role.ADMIN) ? "redirect:/cockpit" : "redirect:/studio";
    }
}
