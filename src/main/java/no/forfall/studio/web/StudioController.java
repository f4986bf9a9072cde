package no.forfall.studio.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import no.forfall.correspondence.LetterTexts;
import no.forfall.engine.Edition;
import no.forfall.shared.Country;
import no.forfall.studio.Publishing;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The designers' pages to read and to draw on. */
@Controller
@RequestMapping("/studio")
class StudioController {

    private final StudioList list;
    private final EditionPage page;
    private final Publishing publishing;
    private final LetterTexts texts;

    StudioController(StudioList list, EditionPage page, Publishing publishing, LetterTexts texts) {
        this.list = list;
        this.page = page;
        this.publishing = publishing;
        this.texts = texts;
    }

    @ModelAttribute("zone")
    ZoneId zone() {
        return Country.NO.zone();
    }

    @GetMapping
    String list(Model model, Locale language) {
        model.addAttribute("processes", list.newest(Edition.Kind.PROCESS, language));
        model.addAttribute("tables", list.newest(Edition.Kind.DECISION, language));
        model.addAttribute("forms", list.newest(Edition.Kind.FORM, language));
        model.addAttribute("letters", LettersPage.tiles(texts));
        return "studio/list";
    }

    @GetMapping("/{key}")
    String process(
            @PathVariable String key,
            @RequestParam(defaultValue = "false") boolean edit,
            Model model,
            Locale language) {
        Edition current = publishing.newest(Edition.Kind.PROCESS, key);
        return page.show(current, edit && EditionPage.mayPublish(), List.of(), model, language);
    }

    @GetMapping("/tables/{key}")
    String table(@PathVariable String key, Model model, Locale language) {
        return page.show(publishing.newest(Edition.Kind.DECISION, key), false, List.of(), model, language);
    }

    @GetMapping("/forms/{key}")
    String form(@PathVariable String key, Model model, Locale language) {
        return page.show(publishing.newest(Edition.Kind.FORM, key), false, List.of(), model, language);
    }
}
