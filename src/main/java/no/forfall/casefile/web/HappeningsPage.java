package no.forfall.casefile.web;

import java.time.LocalDate;
import java.util.Locale;
import no.forfall.api.Invalid;
import no.forfall.api.Notice;
import no.forfall.casefile.Happening;
import no.forfall.casefile.Happenings;
import no.forfall.shared.CaseNumber;
import no.forfall.ui.Formats;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes what a person tells on the case's page. */
@Controller
@RequestMapping("/cases/{number}/happened")
class HappeningsPage {

    private final Happenings happenings;
    private final MessageSource messages;
    private final Formats formats;

    HappeningsPage(Happenings happenings, MessageSource messages, Formats formats) {
        this.happenings = happenings;
        this.messages = messages;
        this.formats = formats;
    }

    @PostMapping
    String tell(
            @PathVariable CaseNumber number,
            @RequestParam(required = false) @Nullable Happening what,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable LocalDate fileBy,
            @RequestParam(required = false) @Nullable String note,
            RedirectAttributes flash,
            Locale language) {
        return shown(number, flash, language, () -> happenings.tell(number, what, on, fileBy, note));
    }

    @PostMapping("/end")
    String takeBack(
            @PathVariable CaseNumber number,
            @RequestParam(required = false) @Nullable Happening what,
            @RequestParam(required = false) @Nullable String note,
            RedirectAttributes flash,
            Locale language) {
        return shown(number, flash, language, () -> happenings.takeBack(number, what, note));
    }

    private String shown(CaseNumber number, RedirectAttributes flash, Locale language, Runnable work) {
        try {
            work.run();
        } catch (Invalid invalid) {
            flash.addFlashAttribute(
                    "notice",
                    new Notice(
                            "breach",
                            messages.getMessage("problem.invalid.title", null, language),
                            invalid.sentence(messages, formats, language)));
        }
        return "redirect:/cases/" + number;
    }
}
