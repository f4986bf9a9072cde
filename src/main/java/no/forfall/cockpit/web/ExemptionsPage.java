package no.forfall.cockpit.web;

import java.util.Locale;
import no.forfall.api.Invalid;
import no.forfall.api.Notice;
import no.forfall.casefile.Exemptions;
import no.forfall.cases.CaseNotOpen;
import no.forfall.ui.Formats;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows managers whom the house spares, by whom, why, for how long and for how much, and asks them about the next. */
@Controller
@RequestMapping("/cockpit/exemptions")
class ExemptionsPage {

    private final Exemptions exemptions;
    private final MessageSource messages;
    private final Formats formats;

    ExemptionsPage(Exemptions exemptions, MessageSource messages, Formats formats) {
        this.exemptions = exemptions;
        this.messages = messages;
        this.formats = formats;
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("exemptions", exemptions.all());
        return "cockpit/exemptions";
    }

    @PostMapping("/{id}/approve")
    String approve(@PathVariable long id, RedirectAttributes flash, Locale language) {
        try {
            exemptions.approve(id);
        } catch (CaseNotOpen notOpen) {
            flash.addFlashAttribute("notice", refused(text("problem.case." + notOpen.state(), language), language));
        } catch (Invalid invalid) {
            flash.addFlashAttribute("notice", refused(invalid.sentence(messages, formats, language), language));
        }
        return "redirect:/cockpit/exemptions";
    }

    @PostMapping("/{id}/decline")
    String decline(@PathVariable long id) {
        exemptions.decline(id);
        return "redirect:/cockpit/exemptions";
    }

    private Notice refused(String why, Locale language) {
        return new Notice("breach", text("problem.invalid.title", language), why);
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
