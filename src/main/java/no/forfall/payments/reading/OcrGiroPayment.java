package no.forfall.payments.reading;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A transaction of an OCR giro file: two records, and a third with a text of the payer in some. */
final class OcrGiroPayment {

    private static final CurrencyUnit NOK = CurrencyUnit.of("NOK");

    /** With KID, and with text. Of the types 10 to 21 only these two take money back; 19 and 21 are purchases with a card. */
    private static final Set<String> REVERSALS = Set.of("18", "20");

    /** Two digits of a year stand for 1980 to 2079; the format is older than this century. */
    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .appendPattern("ddMM")
            .appendValueReduced(ChronoField.YEAR, 2, 2, 1980)
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private final FixedRecord first;
    private final String account;
    private final LocalDate settledOn;
    private final long minor;
    private @Nullable String payerAccount;
    private @Nullable String archiveReference;
    private @Nullable String text;
    private boolean hasSource;

    OcrGiroPayment(FixedRecord first, String account) {
        this.first = first;
        this.account = account;
        this.settledOn = first.date(16, 21, DATE);
        long amount = first.number(33, 49);
        if (amount >= 100_000_000_000_000L) {
            throw first.unreadable(33, 49);
        }
        boolean takenBack = first.at(32, 32).equals("-") || REVERSALS.contains(first.at(5, 6));
        this.minor = takenBack ? -amount : amount;
    }

    /** In øre; negative for what was taken back. */
    long minor() {
        return minor;
    }

    boolean isContinuedBy(FixedRecord record) {
        return record.at(5, 6).equals(first.at(5, 6))
                && record.at(9, 15).equals(first.at(9, 15))
                && hasSource != record.at(7, 8).equals("31");
    }

    /** Form number and archive reference together tell which payment it is in the bank; the payer's name is not sent. */
    void source(FixedRecord record) {
        hasSource = true;
        String reference = record.at(16, 34);
        archiveReference = reference.matches("[0 ]*") ? null : reference.strip();
        String debited = record.at(48, 58);
        payerAccount = debited.matches("[0 ]*") ? null : debited.strip();
    }

    void text(FixedRecord record) {
        text = record.text(16, 55);
    }

    void give(PaymentSink sink) {
        if (!hasSource) {
            throw first.unexpected();
        }
        Money amount = Money.ofMinor(NOK, minor);
        String kid = first.text(50, 74);
        BankLine line = new BankLine(settledOn, amount, kid, payerAccount, account, text);
        sink.payment(first.place(), line, Mark.likeness("ocr", archiveReference, account, settledOn, amount, kid));
    }
}
