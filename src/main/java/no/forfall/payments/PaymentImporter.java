package no.forfall.payments;

import java.util.HashMap;
import java.util.Map;
import no.forfall.intake.FileRefused;
import no.forfall.intake.Finding;
import no.forfall.intake.ImportReport;
import no.forfall.intake.Importer;
import no.forfall.intake.IncomingFile;
import no.forfall.intake.reading.Content;
import no.forfall.intake.reading.CsvFile;
import no.forfall.intake.reading.CsvLine;
import no.forfall.intake.reading.OwnTransaction;
import no.forfall.intake.reading.ReportDraft;
import no.forfall.intake.reading.Sentence;
import no.forfall.intake.reading.Together;
import org.springframework.stereotype.Component;

/** Imports payments from CSV files, one payment to a line. */
@Component
class PaymentImporter implements Importer {

    private final Posting posting;
    private final OwnTransaction transaction;

    PaymentImporter(Posting posting, OwnTransaction transaction) {
        this.posting = posting;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return PAYMENTS;
    }

    @Override
    public ImportReport read(IncomingFile file) {
        if (Content.of(file) == Content.XML) {
            throw FileRefused.because("intake.file.xml");
        }
        ReportDraft draft = new ReportDraft(file, PAYMENTS);
        Together<Entry, Posting.Outcome> together = new Together<>(
                transaction,
                entries -> posting.post(entries, file.sha256()),
                (entry, outcome) -> count(entry, outcome, draft),
                (entry, refusal) -> draft.refused(refusal.at(entry.number())));
        Map<String, Integer> occurrences = new HashMap<>();
        new CsvFile(file, BankLine.REQUIRED).forEach(csv -> together.add(entry(csv, occurrences)), draft::refused);
        together.finish();
        return draft.payments();
    }

    private static Entry entry(CsvLine csv, Map<String, Integer> occurrences) {
        BankLine line = BankLine.of(csv);
        String key = line.key(line.id() == null ? occurrences.merge(line.key(0), 1, Integer::sum) : 0);
        return new Entry(csv.number(), key, line);
    }

    private static void count(Entry entry, Posting.Outcome outcome, ReportDraft draft) {
        draft.total(entry.line().amount());
        if (outcome.known()) {
            draft.known();
            return;
        }
        draft.booked(outcome.taken(), outcome.left(), outcome.reason() != null);
        if (outcome.reason() != null) {
            draft.notice(waits(entry.number(), outcome));
        }
    }

    private static Finding waits(int line, Posting.Outcome outcome) {
        String key = "intake.payment." + outcome.reason();
        Object[] arguments = {outcome.left(), outcome.caseNumber() == null ? "–" : outcome.caseNumber()};
        return new Finding(
                line, null, "reference", Sentence.of(key, arguments), Sentence.of(key + ".mend", arguments), false);
    }
}
