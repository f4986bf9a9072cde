package no.forfall.preview.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import no.forfall.preview.AffectedCase;
import no.forfall.preview.LawPreview;
import no.forfall.preview.Outlook;
import no.forfall.preview.Scenario;
import no.forfall.ui.SpreadsheetText;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The preview as a file. Its columns are described in docs/csv.md. */
@RestController
@Tag(name = "Law")
class LawPreviewApi {

    private static final String CSV = "text/csv";
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setHeader(
                    "case",
                    "debtor",
                    "creditor",
                    "invoice",
                    "due",
                    "currency",
                    "open_principal",
                    "step",
                    "before",
                    "before_from",
                    "before_fee",
                    "before_rule",
                    "after",
                    "after_from",
                    "after_fee",
                    "after_rule")
            .get();

    private final LawPreview preview;

    LawPreviewApi(LawPreview preview) {
        this.preview = preview;
    }

    @GetMapping(path = "/api/law/preview.csv", produces = CSV)
    @Operation(
            summary = "The open cases to which a change of law makes a difference, a row for each step that changes;"
                    + " for managers")
    void file(
            @Parameter(description = "The day asked about; without one, the day after the rules stop being reviewed")
                    @RequestParam(required = false)
                    @Nullable
                    String on,
            @Parameter(description = "The first day of the Norwegian act of 2026")
                    @RequestParam(required = false)
                    @Nullable
                    String actFrom,
            @Parameter(description = "The last day for which all rules are taken as checked")
                    @RequestParam(required = false)
                    @Nullable
                    String reviewedThrough,
            @Parameter(description = "The inkassosats of the year of that day, in kroner")
                    @RequestParam(required = false)
                    @Nullable
                    String baseRate,
            HttpServletResponse response)
            throws IOException {
        Scenario scenario = new Asked(on, actFrom, reviewedThrough, baseRate).scenario(preview.nextLapse());
        response.setContentType(CSV);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"law-preview-" + scenario.on() + ".csv\"");
        try (CSVPrinter printer = new CSVPrinter(response.getWriter(), FORMAT)) {
            Iterator<AffectedCase> cases = preview.affected(scenario, null).iterator();
            while (cases.hasNext()) {
                AffectedCase each = cases.next();
                for (AffectedCase.Change change : each.changes()) {
                    print(printer, each, change);
                }
            }
        }
    }

    private static void print(CSVPrinter printer, AffectedCase each, AffectedCase.Change change) throws IOException {
        Outlook before = change.before();
        Outlook after = change.after();
        printer.printRecord(
                each.number(),
                SpreadsheetText.of(each.debtor()),
                SpreadsheetText.of(each.creditor()),
                SpreadsheetText.of(each.invoice()),
                each.dueOn(),
                each.openPrincipal().getCurrencyUnit(),
                each.openPrincipal().getAmount(),
                change.step(),
                before.kind(),
                before.from(),
                fee(before),
                rule(before),
                after.kind(),
                after.from(),
                fee(after),
                rule(after));
    }

    private static @Nullable Object fee(Outlook outlook) {
        return outlook.fee() == null ? null : outlook.fee().getAmount();
    }

    private static @Nullable String rule(Outlook outlook) {
        return outlook.why() == null ? null : outlook.why().ruleId();
    }
}
