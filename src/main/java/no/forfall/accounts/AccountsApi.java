package no.forfall.accounts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import no.forfall.ui.SpreadsheetText;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The vouchers as a file. Its columns are described in docs/csv.md. */
@RestController
@Tag(name = "Accounts", description = "What was charged and given up here, for the books of the creditor")
class AccountsApi {

    private static final String CSV = "text/csv";
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setHeader(
                    "number",
                    "booked",
                    "creditor_org",
                    "customer",
                    "invoice",
                    "case",
                    "part",
                    "kind",
                    "amount",
                    "currency",
                    "reason")
            .get();

    private final Vouchers vouchers;

    AccountsApi(Vouchers vouchers) {
        this.vouchers = vouchers;
    }

    @GetMapping(path = "/api/accounts/vouchers.csv", produces = CSV)
    @Operation(summary = "Charges, waivers and write-offs, a row for each; for managers")
    void file(
            @Parameter(description = "Only those behind this number, the last one of the export before")
                    @RequestParam(defaultValue = "0")
                    long after,
            @Parameter(description = "Organisation number of one creditor") @RequestParam(required = false) @Nullable
                    String creditor,
            HttpServletResponse response)
            throws IOException {
        response.setContentType(CSV);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"vouchers.csv\"");
        try (CSVPrinter printer = new CSVPrinter(response.getWriter(), FORMAT)) {
            Iterator<Voucher> all = vouchers.after(after, creditor == null || creditor.isBlank() ? null : creditor)
                    .iterator();
            while (all.hasNext()) {
                print(printer, all.next());
            }
        }
    }

    private static void print(CSVPrinter printer, Voucher each) throws IOException {
        printer.printRecord(
                each.number(),
                each.bookedOn(),
                each.creditor(),
                SpreadsheetText.of(each.customer()),
                SpreadsheetText.of(each.invoice()),
                each.caseNumber(),
                each.part(),
                each.kind(),
                each.effect().getAmount().toPlainString(),
                each.effect().getCurrencyUnit(),
                SpreadsheetText.of(each.reason()));
    }
}
