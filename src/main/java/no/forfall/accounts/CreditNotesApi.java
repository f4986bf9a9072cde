package no.forfall.accounts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was given up as UBL credit notes in a ZIP file, written while it is read. It is described in docs/csv.md. */
@RestController
@Tag(name = "Accounts")
class CreditNotesApi {

    private static final String ZIP = "application/zip";

    private final CreditNotes notes;
    private final UblCreditNotes ubl;

    CreditNotesApi(CreditNotes notes, UblCreditNotes ubl) {
        this.notes = notes;
        this.ubl = ubl;
    }

    @GetMapping(path = "/api/accounts/credit-notes.zip", produces = ZIP)
    @Operation(summary = "Waivers, set-offs and write-offs as Peppol BIS Billing 3 credit notes; for managers")
    void file(
            @Parameter(description = "Only those behind this number, the highest of the export before")
                    @RequestParam(defaultValue = "0")
                    long after,
            @Parameter(description = "Organisation number of one creditor") @RequestParam(required = false) @Nullable
                    String creditor,
            HttpServletResponse response)
            throws IOException {
        response.setContentType(ZIP);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"credit-notes.zip\"");
        try (ZipOutputStream zip = new ZipOutputStream(response.getOutputStream())) {
            long highest = after;
            long count = 0;
            Iterator<CreditNote> all = notes.after(after, creditor == null || creditor.isBlank() ? null : creditor)
                    .iterator();
            while (all.hasNext()) {
                CreditNote note = all.next();
                add(zip, note.id() + ".xml", ubl.write(note));
                highest = note.number();
                count++;
            }
            String index = "after;highest;credit_notes\r\n%d;%d;%d\r\n".formatted(after, highest, count);
            add(zip, "index.csv", index.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
