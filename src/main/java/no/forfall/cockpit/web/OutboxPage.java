package no.forfall.cockpit.web;

import java.time.ZoneId;
import java.util.Locale;
import no.forfall.cockpit.OutboxScreen;
import no.forfall.outbox.EffectState;
import no.forfall.shared.Country;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows managers what has not left, why, and since when. */
@Controller
class OutboxPage {

    private final OutboxScreen screen;

    OutboxPage(OutboxScreen screen) {
        this.screen = screen;
    }

    /** @param state one of which every row is shown; none for the groups alone */
    @GetMapping("/cockpit/outbox")
    String outbox(
            @RequestParam(required = false) @Nullable EffectState state,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            Locale language) {
        ZoneId zone = Country.NO.zone();
        int number = Math.max(page, 0);
        model.addAttribute("groups", screen.groups(language));
        model.addAttribute("state", state);
        model.addAttribute("page", number);
        model.addAttribute("rows", state == null ? null : screen.page(state, number, language));
        model.addAttribute("zone", zone);
        return "cockpit/outbox";
    }
}
