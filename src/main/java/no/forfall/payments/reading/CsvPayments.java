package no.forfall.payments.reading;

import java.util.Set;
import no.forfall.intake.IncomingFile;
import no.forfall.intake.reading.Content;
import no.forfall.intake.reading.CsvFile;
import no.forfall.intake.reading.CsvLine;

/**
 * Payments as CSV, one to a line; the columns are those of {@code docs/payment-files.md}. There are no totals to check: a
 * line that cannot be read is refused alone.
 */
final class CsvPayments implements PaymentFormat {

    private static final Set<String> REQUIRED = Set.of("booked", "amount", "currency");
    private static final int LONGEST_ID = 60;

    @Override
    public boolean recognises(Head head) {
        return head.content() == Content.CSV;
    }

    @Override
    public CheckedFile check(IncomingFile file) {
        return sink -> new CsvFile(file, REQUIRED).forEach(csv -> give(csv, sink), sink::refused);
    }

    private static void give(CsvLine csv, PaymentSink sink) {
        String id = csv.text("id", LONGEST_ID);
        BankLine line = new BankLine(
                csv.date("booked"),
                csv.money("amount", "currency", null),
                csv.text("reference", BankLine.LONGEST_REFERENCE),
                csv.text("payer", BankLine.LONGEST_PAYER),
                csv.text("account", BankLine.LONGEST_ACCOUNT),
                csv.text("text", BankLine.LONGEST_TEXT));
        Mark mark = id != null
                ? Mark.number("id", id)
                : Mark.digest("content", null, line.content().toString());
        sink.payment(Place.line(csv.number()), line, mark);
    }
}
