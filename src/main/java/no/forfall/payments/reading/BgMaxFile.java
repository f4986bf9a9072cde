package no.forfall.payments.reading;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.forfall.intake.FileRefused;
import no.forfall.intake.reading.Sentence;
import no.forfall.shared.LocalText;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;

/** The order of the records of a BgMax file, and its totals. A file has deposits, a deposit has payments and deductions. */
final class BgMaxFile {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private enum At {
        START,
        BETWEEN,
        INSIDE,
        END
    }

    private final @Nullable List<BgMaxDeposit> known;
    private final PaymentSink sink;
    private final List<BgMaxDeposit> deposits = new ArrayList<>();
    private At at = At.START;
    private String account = "";
    private String currency = "";
    private @Nullable BgMaxPayment payment;

    private final Map<String, Integer> numbers = new HashMap<>();

    private long payments;
    private long deductions;
    private long extraReferences;
    private long sumOfDeposit;
    private long countOfDeposit;

    /** For the first reading. */
    BgMaxFile() {
        this.known = null;
        this.sink = PaymentSink.NOWHERE;
    }

    /** For the second. */
    BgMaxFile(List<BgMaxDeposit> known, PaymentSink sink) {
        this.known = known;
        this.sink = sink;
    }

    void take(FixedRecord record) {
        String code = record.at(1, 2);
        switch (at) {
            case START -> {
                if (!record.at(1, 7).equals("01BGMAX")) {
                    throw record.unexpected();
                }
                at = At.BETWEEN;
            }
            case BETWEEN -> between(code, record);
            case INSIDE -> inside(code, record);
            case END -> throw record.unexpected();
        }
    }

    private void between(String code, FixedRecord record) {
        if (code.equals("70")) {
            record.mustCount(records("20"), record.number(3, 10), payments);
            record.mustCount(records("21"), record.number(11, 18), deductions);
            record.mustCount(records("22/23"), record.number(19, 26), extraReferences);
            record.mustCount(records("15"), record.number(27, 34), deposits.size());
            at = At.END;
            return;
        }
        if (!code.equals("05")) {
            throw record.unexpected();
        }
        String bankgiro = record.at(3, 12).replaceFirst("^[0 ]+", "").strip();
        String plusgiro = record.at(13, 22).replaceFirst("^[0 ]+", "").strip();
        account = bankgiro.isEmpty() ? plusgiro : bankgiro;
        currency = record.at(23, 25);
        numbers.clear();
        sumOfDeposit = 0;
        countOfDeposit = 0;
        at = At.INSIDE;
    }

    private void inside(String code, FixedRecord record) {
        switch (code) {
            case "20", "21" -> {
                give();
                payment = new BgMaxPayment(record);
                payments += code.equals("20") ? 1 : 0;
                deductions += code.equals("21") ? 1 : 0;
                sumOfDeposit += payment.minor();
                countOfDeposit++;
            }
            case "22", "23" -> {
                current(record).extraReference(record);
                extraReferences++;
            }
            case "25" -> current(record).information(record);
            case "26" -> current(record).name(record);
            case "15" -> {
                give();
                deposits.add(deposit(record));
                at = At.BETWEEN;
            }
            case "01", "05", "70" -> throw record.unexpected();
            default -> {
                // addresses and organisation numbers; the manual asks to pass over what a reader does not know
            }
        }
    }

    private BgMaxDeposit deposit(FixedRecord record) {
        record.mustSum(record.number(51, 68), sumOfDeposit);
        record.mustCount(records("20/21"), record.number(72, 79), countOfDeposit);
        if (!record.at(69, 71).equals(currency)) {
            throw record.unreadable(69, 71);
        }
        try {
            LocalDate paidOn = record.date(38, 45, DATE);
            return new BgMaxDeposit(record.at(46, 50).strip(), paidOn, CurrencyUnit.of(currency));
        } catch (IllegalCurrencyException unknown) {
            throw record.unreadable(69, 71);
        }
    }

    private static LocalText records(String code) {
        return Sentence.of("intake.fixed.code", code);
    }

    private BgMaxPayment current(FixedRecord record) {
        if (payment == null) {
            throw record.unexpected();
        }
        return payment;
    }

    private void give() {
        if (payment != null && known != null) {
            BgMaxDeposit deposit = known.get(deposits.size());
            payment.give(account, deposit, numbers.merge(payment.number(), 1, Integer::sum), sink);
        }
        payment = null;
    }

    /** @throws FileRefused when the file broke off */
    List<BgMaxDeposit> end() {
        if (at != At.END) {
            throw FileRefused.because("intake.fixed.cut", "70");
        }
        return deposits;
    }
}
