package no.forfall.receivables.importing;

import no.forfall.intake.Finding;
import no.forfall.intake.ImportReport;
import no.forfall.intake.Importer;
import no.forfall.intake.IncomingFile;
import no.forfall.intake.reading.Content;
import no.forfall.intake.reading.CsvFile;
import no.forfall.intake.reading.CsvLine;
import no.forfall.intake.reading.OwnTransaction;
import no.forfall.intake.reading.ReportDraft;
import org.springframework.stereotype.Component;

/** Imports invoice files: one UBL document, or a CSV file with one invoice or credit note to a line. */
@Component
class InvoiceImporter implements Importer {

    private final UblInvoices ubl;
    private final InvoiceBook book;
    private final OwnTransaction transaction;

    InvoiceImporter(UblInvoices ubl, InvoiceBook book, OwnTransaction transaction) {
        this.ubl = ubl;
        this.book = book;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return INVOICES;
    }

    @Override
    public ImportReport read(IncomingFile file) {
        ReportDraft draft = new ReportDraft(file, INVOICES);
        switch (Content.of(file)) {
            case XML -> ubl.read(file, this::book, draft);
            case CSV -> new CsvFile(file, CsvInvoice.REQUIRED).forEach(line -> take(line, draft), draft::refused);
        }
        return draft.invoices();
    }

    private InvoiceBook.Outcome book(Paper paper) {
        return transaction.of(() -> book.take(paper));
    }

    private void take(CsvLine line, ReportDraft draft) {
        InvoiceBook.Outcome outcome = book(new CsvInvoice(line).paper());
        if (outcome.known()) {
            draft.known();
        } else {
            draft.accepted();
        }
        outcome.notices().forEach(notice -> draft.notice(new Finding(line.number(), null, null, notice, null, false)));
    }
}
