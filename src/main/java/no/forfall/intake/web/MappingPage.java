package no.forfall.intake.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.forfall.identity.CurrentPerson;
import no.forfall.intake.CsvMappings;
import no.forfall.intake.FileRefused;
import no.forfall.intake.Imports;
import no.forfall.intake.IncomingFile;
import no.forfall.intake.WaitingFiles;
import no.forfall.intake.WaitingFiles.Waiting;
import no.forfall.intake.reading.CsvField;
import no.forfall.intake.reading.CsvGuess;
import no.forfall.intake.reading.CsvMapping;
import no.forfall.intake.reading.CsvRecords;
import no.forfall.intake.reading.CsvShape;
import no.forfall.intake.reading.DateFormat;
import no.forfall.intake.reading.Encoding;
import no.forfall.intake.reading.FieldRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page where people say what the columns of a CSV file mean. */
@Controller
@RequestMapping(MappingPage.PATH + "{id:[0-9a-f-]{36}}")
class MappingPage {

    static final String PATH = "/imports/mapping/";

    private static final String PAGE = "imports/mapping";
    private static final int PREVIEW = 4;
    private static final int TRIED = 10;
    private static final int LONGEST_EXAMPLE = 24;

    private final WaitingFiles waiting;
    private final Imports imports;
    private final CsvMappings mappings;
    private final ImportPage upload;

    MappingPage(WaitingFiles waiting, Imports imports, CsvMappings mappings, ImportPage upload) {
        this.waiting = waiting;
        this.imports = imports;
        this.mappings = mappings;
        this.upload = upload;
    }

    /** @param example what stands in the first record */
    public record Column(String name, String example) {}

    /** @param column null when none is chosen */
    public record Choice(CsvField field, @Nullable String column, String constant, boolean missing) {}

    @GetMapping
    String page(@PathVariable UUID id, Model model, Locale language, RedirectAttributes flash) {
        return show(id, new MappingForm(Map.of()), "look", model, language, flash);
    }

    /** @param act look: reads the file as it is said to be written; try: tells what would be taken; save: reads it */
    @PostMapping
    String send(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @RequestParam(defaultValue = "look") String act,
            Model model,
            Locale language,
            RedirectAttributes flash) {
        return show(id, new MappingForm(sent), act, model, language, flash);
    }

    private String show(UUID id, MappingForm form, String act, Model model, Locale language, RedirectAttributes flash) {
        Waiting file = waiting.find(id, CurrentPerson.name()).orElse(null);
        if (file == null) {
            flash.addFlashAttribute("gone", true);
            return "redirect:/imports";
        }
        return waiting.open(file, bytes -> {
            try {
                return show(file, bytes, form, act, model, language);
            } catch (FileRefused refusal) {
                return refused(file, bytes, form, refusal, model, language);
            }
        });
    }

    /** What was chosen does not suit the file, so the page shows it as it was recognised; else nothing can be done with it. */
    private String refused(
            Waiting file, IncomingFile bytes, MappingForm form, FileRefused refusal, Model model, Locale language) {
        if (!form.isEmpty()) {
            model.addAttribute("reason", refusal.reason().in(language));
            model.addAttribute("mend", refusal.mend().in(language));
            return show(file, bytes, new MappingForm(Map.of()), "look", model, language);
        }
        waiting.remove(file.id());
        PageReport report = new PageReport(file.kind());
        report.refuse(file.name(), refusal, language);
        return upload.with(report, model);
    }

    private String show(Waiting file, IncomingFile bytes, MappingForm form, String act, Model model, Locale language) {
        List<CsvField> fields = imports.csvFields(file.kind());
        CsvMapping known = form.isEmpty() ? mappings.fitting(file.kind(), bytes).orElse(null) : null;
        CsvShape shape = known == null ? form.shape(CsvGuess.shape(bytes)) : known.shape();
        List<List<String>> rows = new ArrayList<>();
        List<String> columns = preview(bytes, shape, rows);
        CsvMapping mapping =
                known == null ? form.mapping(shape, columns, fields, CsvGuess.columns(columns, fields)) : known;
        List<Choice> choices = fields.stream()
                .map(field -> choice(field, mapping, !act.equals("look")))
                .toList();
        boolean complete = choices.stream().noneMatch(Choice::missing);
        boolean named = CsvMappings.isName(form.name());
        if (act.equals("save") && complete && named) {
            return read(file, bytes, mapping, model, language);
        }
        if (!act.equals("look") && complete) {
            model.addAttribute("tried", imports.tryOut(file.kind(), bytes, mapping, TRIED));
        }
        model.addAttribute("file", file);
        model.addAttribute("shape", shape);
        model.addAttribute("recognised", CsvGuess.encoding(bytes).label());
        model.addAttribute("separator", MappingForm.separator(shape));
        model.addAttribute("separators", MappingForm.SEPARATOR_WORDS);
        model.addAttribute("encodings", Encoding.values());
        model.addAttribute("dates", DateFormat.values());
        model.addAttribute("columns", withExamples(columns, rows));
        model.addAttribute("seen", MappingForm.seen(columns));
        model.addAttribute("rows", rows);
        model.addAttribute(
                "needed", choices.stream().filter(each -> each.field().needed()).toList());
        model.addAttribute(
                "others",
                choices.stream().filter(each -> !each.field().needed()).toList());
        model.addAttribute("missing", choices.stream().filter(Choice::missing).toList());
        model.addAttribute("name", mapping.name());
        model.addAttribute("unnamed", act.equals("save") && !named);
        return PAGE;
    }

    private String read(Waiting file, IncomingFile bytes, CsvMapping mapping, Model model, Locale language) {
        mappings.save(file.kind(), mapping, file.sender());
        PageReport report = new PageReport(file.kind());
        if (imports.isLarge(bytes)) {
            waiting.queue(file.id(), mapping.name());
            report.waitsForItsTurn(file.name());
        } else {
            report.add(imports.receive(file.kind(), bytes.with(mapping), null), language);
            waiting.remove(file.id());
        }
        return upload.with(report, model);
    }

    private static List<String> preview(IncomingFile file, CsvShape shape, List<List<String>> rows) {
        try (CsvRecords records = CsvRecords.of(file, shape)) {
            while (rows.size() < PREVIEW) {
                try {
                    CsvRecords.Row row = records.next();
                    if (row == null) {
                        break;
                    }
                    rows.add(row.cells());
                } catch (FieldRefused unreadable) {
                    rows.add(List.of(records.line()
                            .substring(0, Math.min(200, records.line().length()))));
                }
            }
            return records.columns();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Choice choice(CsvField field, CsvMapping mapping, boolean asked) {
        String column = mapping.columns().get(field.name());
        String constant = mapping.constants().getOrDefault(field.name(), "");
        return new Choice(field, column, constant, asked && field.needed() && column == null && constant.isEmpty());
    }

    private static List<Column> withExamples(List<String> columns, List<List<String>> rows) {
        Map<String, String> examples = new HashMap<>();
        rows.stream().filter(row -> row.size() == columns.size()).findFirst().ifPresent(row -> {
            for (int at = 0; at < columns.size(); at++) {
                examples.put(columns.get(at), row.get(at));
            }
        });
        return columns.stream()
                .map(column -> new Column(column, shortened(examples.getOrDefault(column, ""))))
                .toList();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_EXAMPLE ? text : text.substring(0, LONGEST_EXAMPLE) + "…";
    }
}
