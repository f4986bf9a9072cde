package no.forfall.intake.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import no.forfall.identity.CurrentPerson;
import no.forfall.identity.Role;
import no.forfall.intake.CsvMappings;
import no.forfall.intake.Imports;
import no.forfall.intake.reading.CsvField;
import no.forfall.intake.reading.CsvMapping;
import no.forfall.shared.Country;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The mappings that were saved, in words. */
@Controller
@RequestMapping("/imports/mappings")
class MappingsPage {

    private final CsvMappings mappings;
    private final Imports imports;
    private final MessageSource messages;

    MappingsPage(CsvMappings mappings, Imports imports, MessageSource messages) {
        this.mappings = mappings;
        this.imports = imports;
        this.messages = messages;
    }

    /** @param columns such as <i>Due date: Forfall</i>, one to a field */
    public record Line(String kind, String name, String by, Instant at, List<String> columns) {}

    @GetMapping
    String page(Model model, Locale language) {
        model.addAttribute(
                "mappings",
                mappings.all().stream().map(saved -> line(saved, language)).toList());
        model.addAttribute("mayRemove", CurrentPerson.has(Role.MANAGER, Role.ADMIN));
        model.addAttribute("zone", Country.NO.zone());
        return "imports/mappings";
    }

    @PostMapping("/remove")
    String remove(@RequestParam String kind, @RequestParam String name, RedirectAttributes flash) {
        MappingsApi.mayRemove();
        mappings.remove(kind, name);
        flash.addFlashAttribute("removed", name);
        return "redirect:/imports/mappings";
    }

    private Line line(CsvMappings.Saved saved, Locale language) {
        CsvMapping mapping = saved.mapping();
        List<String> columns = imports.csvFields(saved.kind()).stream()
                .map(CsvField::name)
                .flatMap(field -> Stream.of(
                                word("imports.mappings.column", saved.kind(), field, mapping.columns(), language),
                                word("imports.mappings.constant", saved.kind(), field, mapping.constants(), language))
                        .filter(said -> !said.isEmpty()))
                .toList();
        return new Line(saved.kind(), mapping.name(), saved.by(), saved.at(), columns);
    }

    private String word(String key, String kind, String field, Map<String, String> said, Locale language) {
        String value = said.get(field);
        return value == null
                ? ""
                : messages.getMessage(
                        key,
                        new Object[] {messages.getMessage("imports.field." + kind + "." + field, null, language), value
                        },
                        language);
    }
}
