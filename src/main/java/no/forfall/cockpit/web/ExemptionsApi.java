package no.forfall.cockpit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import no.forfall.casefile.Exemption;
import no.forfall.casefile.Exemptions;
import no.forfall.ui.SpreadsheetText;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whom the house spares, for programs. The file's columns are described in docs/csv.md. */
@RestController
@Tag(name = "Exemptions", description = "Debtors who are spared from the ladder for a while; for managers")
class ExemptionsApi {

    private static final String CSV = "text/csv";
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setHeader(
                    "case",
                    "debtor",
                    "creditor",
                    "state",
                    "owner",
                    "approved_by",
                    "reason",
                    "begins",
                    "until",
                    "ended",
                    "days_overdue",
                    "principal",
                    "fee",
                    "interest",
                    "compensation",
                    "costs",
                    "currency")
            .get();

    private final Exemptions exemptions;

    ExemptionsApi(Exemptions exemptions) {
        this.exemptions = exemptions;
    }

    @GetMapping("/api/exemptions")
    @Operation(
            summary = "Those that wait for a manager, then those that last, then those that have ended on open cases")
    List<Exemption> all() {
        return exemptions.all();
    }

    @PostMapping("/api/exemptions/{id}/approve")
    @Operation(summary = "Spare the debtor; 409 when the case is not open by now")
    void approve(@PathVariable long id) {
        exemptions.approve(id);
    }

    @PostMapping("/api/exemptions/{id}/decline")
    @Operation(summary = "Do not spare the debtor")
    void decline(@PathVariable long id) {
        exemptions.decline(id);
    }

    @GetMapping(path = "/api/exemptions.csv", produces = CSV)
    @Operation(summary = "The same as a file")
    void file(HttpServletResponse response) throws IOException {
        response.setContentType(CSV);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"exemptions.csv\"");
        try (CSVPrinter printer = new CSVPrinter(response.getWriter(), FORMAT)) {
            for (Exemption each : exemptions.all()) {
                printer.printRecord(
                        each.caseNumber(),
                        SpreadsheetText.of(each.debtor()),
                        SpreadsheetText.of(each.creditor()),
                        each.state(),
                        each.owner(),
                        each.approvedBy(),
                        SpreadsheetText.of(each.reason()),
                        each.beginsOn(),
                        each.until(),
                        each.endedOn(),
                        each.daysOverdue(),
                        each.owed().principal().getAmount().toPlainString(),
                        each.owed().fee().getAmount().toPlainString(),
                        each.owed().interest().getAmount().toPlainString(),
                        each.owed().compensation().getAmount().toPlainString(),
                        each.owed().costs().getAmount().toPlainString(),
                        each.owed().principal().getCurrencyUnit());
            }
        }
    }
}
