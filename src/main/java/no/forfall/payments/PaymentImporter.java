package no.forfall.payments;

import java.time.LocalDate;
import java.util.List;
import no.forfall.intake.Finding;
import no.forfall.intake.ImportReport;
import no.forfall.intake.Importer;
import no.forfall.intake.IncomingFile;
import no.forfall.intake.reading.CsvField;
import no.forfall.intake.reading.CsvLine;
import no.forfall.intake.reading.OwnTransaction;
import no.forfall.intake.reading.ReportDraft;
import no.forfall.intake.reading.Sentence;
import no.forfall.intake.reading.Together;
import no.forfall.payments.reading.BankLine;
import no.forfall.payments.reading.CheckedFile;
import no.forfall.payments.reading.CsvPayments;
import no.forfall.payments.reading.Mark;
import no.forfall.payments.reading.Occurrences;
import no.forfall.payments.reading.PaymentFormats;
import no.forfall.payments.reading.PaymentSink;
import no.forfall.payments.reading.Place;
import org.springframework.stereotype.Component;

/** Imports payment files: the whole file is checked first, then its payments are posted, many to a transaction. */
@Component
class PaymentImporter implements Importer {

    private final PaymentFormats formats;
    private final Posting posting;
    private final OwnTransaction transaction;
    private final BankData bankData;

    PaymentImporter(PaymentFormats formats, Posting posting, OwnTransaction transaction, BankData bankData) {
        this.formats = formats;
        this.posting = posting;
        this.transaction = transaction;
        this.bankData = bankData;
    }

    @Override
    public String kind() {
        return PAYMENTS;
    }

    @Override
    public List<CsvField> csvFields() {
        return CsvPayments.FIELDS;
    }

    @Override
    public void tryOut(CsvLine line) {
        CsvPayments.payment(line);
    }

    @Override
    public ImportReport read(IncomingFile file) {
        CheckedFile payments = formats.check(file);
        ReportDraft draft = new ReportDraft(file, PAYMENTS);
        Freshness freshness = new Freshness();
        Together<Entry, Posting.Outcome> together = new Together<>(
                transaction,
                entries -> posting.post(entries, file.sha256()),
                (entry, outcome) -> {
                    freshness.booked(outcome.creditorId(), entry.line());
                    count(entry, outcome, draft);
                },
                (entry, refusal) -> draft.refused(
                        refusal.at(entry.place().line(), entry.place().path())));
        payments.read(into(together, draft, freshness));
        together.finish();
        freshness.keep(bankData);
        return draft.payments();
    }

    private static PaymentSink into(Together<Entry, Posting.Outcome> together, ReportDraft draft, Freshness freshness) {
        Occurrences occurrences = new Occurrences();
        return new PaymentSink() {
            @Override
            public void payment(Place place, BankLine line, Mark mark) {
                together.add(new Entry(place, mark, occurrences.next(mark), line));
            }

            @Override
            public void covers(String account, LocalDate through) {
                freshness.covers(account, through);
            }

            @Override
            public void refused(Finding finding) {
                draft.refused(finding);
            }

            @Override
            public void notice(Finding finding) {
                draft.notice(finding);
            }
        };
    }

    private static void count(Entry entry, Posting.Outcome outcome, ReportDraft draft) {
        draft.total(entry.line().amount());
        if (outcome.known()) {
            draft.known();
            return;
        }
        draft.booked(outcome.taken(), outcome.left(), outcome.reason() != null);
        if (outcome.reason() != null) {
            draft.notice(waits(entry.place(), outcome));
        }
    }

    private static Finding waits(Place place, Posting.Outcome outcome) {
        String key = "intake.payment." + outcome.reason();
        Object[] arguments = {outcome.left(), outcome.caseNumber() == null ? "–" : outcome.caseNumber()};
        return place.notice("reference", Sentence.of(key, arguments), Sentence.of(key + ".mend", arguments));
    }
}
