package no.forfall.payments.reading;

import java.util.List;
import no.forfall.intake.IncomingFile;
import no.forfall.intake.reading.Content;
import no.forfall.intake.reading.CsvField;
import no.forfall.intake.reading.CsvFile;
import no.forfall.intake.reading.CsvLine;
import no.forfall.intake.reading.FieldRefused;

/**
 * Payments as CSV, one to a line; the columns are those of {@code docs/payment-files.md}. There are no totals to check: a
 * line that cannot be read is refused alone.
 */
public final class CsvPayments implements PaymentFormat {

    /** The needed first. */
    public static final List<CsvField> FIELDS = List.of(
            CsvField.date(
                            "booked",
                            "bokført",
                            "bokførtdato",
                            "bokføringsdato",
                            "bokföringsdag",
                            "bokföringsdatum",
                            "betalingsdato",
                            "betalningsdag",
                            "innbetalingsdato",
                            "dato",
                            "datum",
                            "date")
                    .mustBeSaid(),
            CsvField.amount("amount", "beløp", "belopp", "innbetalt", "inn", "insättning", "sum")
                    .mustBeSaid(),
            CsvField.text("currency", "valuta", "valutakode", "valutakod")
                    .mustBeSaid()
                    .mayHoldForAll(),
            CsvField.text(
                    "reference", "kid", "kidnr", "kidnummer", "ocr", "ocrnr", "ocrnummer", "referanse", "referens"),
            CsvField.text("payer", "betaler", "betalare", "avsender", "avsändare", "navn", "namn", "fra", "från"),
            CsvField.text("account", "konto", "kontonr", "kontonummer", "tilkonto", "bankgiro")
                    .mayHoldForAll(),
            CsvField.text("text", "tekst", "melding", "meddelande", "beskrivelse", "beskrivning", "forklaring"),
            CsvField.text("id", "arkivref", "arkivreferanse", "transaksjonsid", "transaktionsid", "betalingsid"));

    private static final int LONGEST_ID = 60;

    @Override
    public boolean recognises(Head head) {
        return head.content() == Content.CSV;
    }

    @Override
    public CheckedFile check(IncomingFile file) {
        return sink -> new CsvFile(file, FIELDS).forEach(csv -> give(csv, sink), sink::refused);
    }

    private static void give(CsvLine csv, PaymentSink sink) {
        String id = csv.text("id", LONGEST_ID);
        BankLine line = payment(csv);
        Mark mark = id != null
                ? Mark.number("id", id)
                : Mark.digest("content", null, line.content().toString());
        sink.payment(Place.line(csv.number()), line, mark);
    }

    /** @throws FieldRefused when a field is missing or not readable */
    public static BankLine payment(CsvLine csv) {
        return new BankLine(
                csv.date("booked"),
                csv.money("amount", "currency", null),
                csv.text("reference", BankLine.LONGEST_REFERENCE),
                csv.text("payer", BankLine.LONGEST_PAYER),
                csv.text("account", BankLine.LONGEST_ACCOUNT),
                csv.text("text", BankLine.LONGEST_TEXT));
    }
}
