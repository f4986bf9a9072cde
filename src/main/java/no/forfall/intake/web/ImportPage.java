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
import no.forfall.intake.KeptImports;
import no.forfall.intake.Readings;
import no.forfall.intake.WaitingFiles;
import no.forfall.shared.Country;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
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
import org.springframework.web.server.ResponseStatusException;

/** The page where people bring in files. */
@Controller
@RequestMapping("/imports")
class ImportPage {

    private static final int RECENT = 20;
    /** Stands where a name is chosen, and is none: the person wants to say again what the columns mean. */
    private static final String ANEW = "*";

    static final String PAGE = "imports/upload";

    private final Imports imports;
    private final KeptImports kept;
    private final CsvMappings mappings;
    private final WaitingFiles waiting;
    private final Readings readings;
    private final DataSize largest;

    ImportPage(
            Imports imports,
            KeptImports kept,
            CsvMappings mappings,
            WaitingFiles waiting,
            Readings readings,
            @Value("${spring.servlet.multipart.max-file-size}") DataSize largest) {
        this.imports = imports;
        this.kept = kept;
        this.mappings = mappings;
        this.waiting = waiting;
        this.readings = readings;
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
                boolean anew = ANEW.equals(mapping);
                Imports.Received received =
                        imports.bringIn(kind, bytes, name, CurrentPerson.name(), anew ? null : mapping, anew);
                if (received.report() != null) {
                    report.add(received.report(), language);
                } else if (received.unnamed() != null) {
                    report.waits(name, received.unnamed());
                } else {
                    report.waitsForItsTurn(name);
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

    /** The address of files that were just sent, when somebody asks for it again. */
    @GetMapping("/{kind:invoices|payments}")
    String sent(@PathVariable String kind) {
        return "redirect:/imports";
    }

    /** What became of a file at an import before. */
    @GetMapping("/{id:[0-9]+}")
    String kept(@PathVariable long id, Model model, Locale language) {
        KeptImports.Outcome outcome =
                kept.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        PageReport report = new PageReport(outcome.file().kind());
        if (outcome.report() != null) {
            report.add(outcome.report(), language);
        } else {
            report.refuse(outcome.file().name(), Objects.requireNonNull(outcome.refusal()), language);
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
        List<Readings.Reading> reading = readings.now();
        model.addAttribute("reading", reading);
        model.addAttribute(
                "queued",
                waiting.queued().stream()
                        .filter(file -> reading.stream().noneMatch(each -> isOf(each, file)))
                        .toList());
        model.addAttribute("recent", kept.last(RECENT));
        model.addAttribute(
                "mappings",
                Map.of(
                        Importer.INVOICES, mappings.names(Importer.INVOICES),
                        Importer.PAYMENTS, mappings.names(Importer.PAYMENTS)));
        return PAGE;
    }

    private static boolean isOf(Readings.Reading reading, WaitingFiles.Waiting file) {
        return reading.kind().equals(file.kind())
                && reading.name().equals(file.name())
                && reading.sender().equals(file.sender());
    }
}
