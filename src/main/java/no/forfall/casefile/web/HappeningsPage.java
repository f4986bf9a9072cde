package no.forfall.casefile.web;

import java.time.LocalDate;
import no.forfall.casefile.Happening;
import no.forfall.casefile.Happenings;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes what a person tells on the case's page. */
@Controller
@RequestMapping("/cases/{number}/happened")
class HappeningsPage {

    private final Happenings happenings;

    HappeningsPage(Happenings happenings) {
        this.happenings = happenings;
    }

    @PostMapping
    String tell(
            @PathVariable CaseNumber number,
            @RequestParam(required = false) @Nullable Happening what,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable LocalDate fileBy,
            @RequestParam(required = false) @Nullable String note) {
        happenings.tell(number, what, on, fileBy, note);
        return "redirect:/cases/" + number;
    }

    @PostMapping("/end")
    String takeBack(
            @PathVariable CaseNumber number,
            @RequestParam(required = false) @Nullable Happening what,
            @RequestParam(required = false) @Nullable String note) {
        happenings.takeBack(number, what, note);
        return "redirect:/cases/" + number;
    }
}
