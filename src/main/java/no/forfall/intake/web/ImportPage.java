package no.forfall.intake.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import no.forfall.identity.CurrentPerson;
import no.forfall.intake.CsvMappings;
import no.forfall.intake.FileRefused;
import no.forfall.intake.Importer;
import no.forfall.intake.Imports;
import no.forfall.shared.Country;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The page where people bring in files. */
@Controller
@RequestMapping("/imports")
class ImportPage {

    private static final int RECENT = 20;
    /** Stands where a name is chosen, and is none: the person wants to say again what the columns mean. */
    private static final String ANEW = "*";

    static final String PAGE = "imports/upload";

    private final Imports imports;
    private final CsvMappings mappings;
    private final DataSize largest;

    ImportPage(
            Imports imports,
            CsvMappings mappings,
            @Value("${spring.servlet.multipart.max-file-size}") DataSize largest) {
        this.imports = imports;
        this.mappings = mappings;
        this.largest = largest;
    }

    @ModelAttribute("zone")
    ZoneId zone() {
        return Country.NO.zone();
    }

    /** @param large the kind of an upload that {@link UploadLimit} turned away */
    @GetMapping
    String page(@RequestParam(name = "large", required = false) String large, Model model, Locale language) {
        if ("invoices".equals(large) || "payments".equals(large)) {
            PageReport report = new PageReport(large);
            report.refuse("–", FileRefused.because("intake.file.large", largest.toMegabytes()), language);
            model.addAttribute("report", report);
        }
        return show(model);
    }

    @PostMapping("/{kind:invoices|payments}")
    String read(
            @PathVariable String kind,
            @RequestParam("files") List<MultipartFile> files,
            @RequestParam(name = "mapping", required = false) @Nullable String mapping,
            Model model,
            Locale language)
            throws IOException {
        PageReport report = new PageReport(kind);
        for (MultipartFile file : files) {
            String name = ImportApi.nameOf(file);
            try (InputStream bytes = file.getInputStream()) {
                Imports.Received received = ANEW.equals(mapping)
                        ? imports.letWait(kind, bytes, name, CurrentPerson.name())
                        : imports.receiveOrWait(kind, bytes, name, CurrentPerson.name(), mapping);
                if (received.report() != null) {
                    report.add(received.report(), language);
                } else {
                    report.waits(name, Objects.requireNonNull(received.waiting()));
                }
            } catch (FileRefused refusal) {
                report.refuse(name, refusal, language);
            }
        }
        if (files.size() == 1 && !report.getWaiting().isEmpty()) {
            return "redirect:" + MappingPage.PATH + report.getWaiting().get(0).id();
        }
        return with(report, model);
    }

    /** The page with what became of files. */
    String with(PageReport report, Model model) {
        model.addAttribute("report", report);
        model.addAttribute("zone", zone());
        return show(model);
    }

    private String show(Model model) {
        model.addAttribute("recent", imports.last(RECENT));
        model.addAttribute(
                "mappings",
                Map.of(
                        Importer.INVOICES, mappings.names(Importer.INVOICES),
                        Importer.PAYMENTS, mappings.names(Importer.PAYMENTS)));
        return PAGE;
    }
}
