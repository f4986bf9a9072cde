package no.forfall.receivables.importing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import no.forfall.fuzz.Fuzzed;
import no.forfall.intake.Importer;
import no.forfall.intake.IncomingFile;
import no.forfall.intake.reading.Content;
import no.forfall.intake.reading.CsvFile;
import no.forfall.intake.reading.ReportDraft;

/** Invoices as UBL and as CSV. */
public final class InvoiceFilesFuzz {

    private static final UblInvoices UBL = new UblInvoices();

    private InvoiceFilesFuzz() {}

    /** The classes of UBL are many; to load them must not count as a reader that hangs. */
    public static void fuzzerInitialize() {
        for (String kind : List.of("Invoice", "CreditNote")) {
            String empty = "<%1$s xmlns='urn:oasis:names:specification:ubl:schema:xsd:%1$s-2'/>".formatted(kind);
            fuzzerTestOneInput(empty.getBytes(StandardCharsets.UTF_8));
        }
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        Fuzzed.read(bytes, InvoiceFilesFuzz::read);
    }

    private static void read(IncomingFile file) {
        ReportDraft draft = new ReportDraft(file, Importer.INVOICES);
        if (Content.of(file) == Content.XML) {
            UBL.read(file, paper -> new InvoiceBook.Outcome(false, List.of()), draft);
        } else {
            List<Paper> papers = new ArrayList<>();
            new CsvFile(file, CsvInvoice.FIELDS)
                    .forEach(csv -> papers.add(new CsvInvoice(csv).paper()), draft::refused);
        }
    }
}
