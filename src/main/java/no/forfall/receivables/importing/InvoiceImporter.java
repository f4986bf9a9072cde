package no.forfall.receivables.importing;

import java.util.List;
import no.forfall.intake.Finding;
import no.forfall.intake.ImportReport;
import no.forfall.intake.Importer;
import no.forfall.intake.IncomingFile;
import no.forfall.intake.reading.Content;
import no.forfall.intake.reading.CsvField;
import no.forfall.intake.reading.CsvFile;
import no.forfall.intake.reading.CsvLine;
import no.forfall.intake.reading.OwnTransaction;
import no.forfall.intake.reading.ReportDraft;
import no.forfall.intake.reading.Together;
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
    public List<CsvField> csvFields() {
        return CsvInvoice.FIELDS;
    }

    @Override
    public void tryOut(CsvLine line) {
        Paper paper = new CsvInvoice(line).paper();
        transaction.of(() -> book.lawOf(paper));
    }

    @Override
    public ImportReport read(IncomingFile file) {
        ReportDraft draft = new ReportDraft(file, INVOICES);
        switch (Content.of(file)) {
            case XML -> ubl.read(file, this::book, draft);
            case CSV -> readLines(file, draft);
        }
        return draft.invoices();
    }

    private InvoiceBook.Outcome book(Paper paper) {
        return transaction.of(() -> book.take(List.of(paper))).get(0);
    }

    private void readLines(IncomingFile file, ReportDraft draft) {
        Together<Line, InvoiceBook.Outcome> together = new Together<>(
                transaction,
                lines -> book.take(lines.stream().map(Line::paper).toList()),
                (line, outcome) -> count(line.number(), outcome, draft),
                (line, refusal) -> draft.refused(refusal.at(line.number())));
        new CsvFile(file, CsvInvoice.FIELDS)
                .forEach(
                        csv -> {
                            Line line = new Line(csv.number(), new CsvInvoice(csv).paper());
                            if (line.paper().isCredit()) {
                                together.finish();
                                count(line.number(), book(line.paper()), draft);
                            } else {
                                together.add(line);
                            }
                        },
                        draft::refused);
        together.finish();
    }

    /** An invoice opens a case that nobody knows yet; a credit note touches one that others may work on, and is taken alone. */
    private record Line(int number, Paper paper) {}

    private static void count(int line, InvoiceBook.Outcome outcome, ReportDraft draft) {
        if (outcome.known()) {
            draft.known();
        } else {
            draft.accepted();
        }
        outcome.notices().forEach(notice -> draft.notice(new Finding(line, null, null, notice, null, false)));
    }
}
