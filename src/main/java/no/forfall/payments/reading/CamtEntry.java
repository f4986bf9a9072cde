package no.forfall.payments.reading;

import java.time.LocalDate;
import no.forfall.intake.FileRefused;
import no.forfall.intake.reading.Sentence;
import no.forfall.intake.reading.XmlStream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a statement: one payment, a batch of them with its details, or the sum of a batch that is told elsewhere. Only
 * what is booked counts, and only money that came in, or that was booked as come in and is taken back.
 */
final class CamtEntry {

    private final XmlStream xml;
    private final String path;
    private final String account;
    private final PaymentSink sink;
    private final CamtPassedOver passedOver;

    private @Nullable Money amount;
    private @Nullable Boolean credit;
    private @Nullable String status;
    private @Nullable LocalDate bookedOn;
    private boolean reversal;
    private boolean charged;
    private @Nullable String information;

    private long announced;
    private int details;
    private @Nullable CamtTransaction first;
    private @Nullable Money sum;

    CamtEntry(XmlStream xml, String path, String account, PaymentSink sink, CamtPassedOver passedOver) {
        this.xml = xml;
        this.path = path;
        this.account = account;
        this.sink = sink;
        this.passedOver = passedOver;
    }

    Money amount() {
        return given(amount, "Amt");
    }

    boolean isCredit() {
        return given(credit, "CdtDbtInd");
    }

    boolean isBooked() {
        return given(status, "Sts").equals("BOOK");
    }

    void read() {
        xml.children(part -> {
            switch (part) {
                case "Amt" -> amount = CamtValues.money(xml);
                case "CdtDbtInd" -> credit = CamtValues.isCredit(xml);
                case "RvslInd" -> reversal = isTrue(xml.text());
                case "Sts" -> status = xml.text();
                case "BookgDt" -> bookedOn = CamtValues.date(xml);
                case "ValDt" -> bookedOn = bookedOn == null ? CamtValues.date(xml) : bookedOn;
                case "Chrgs" -> charged = true;
                case "NtryDtls" -> details();
                case "AddtlNtryInf" -> information = xml.text();
                default -> {
                    // codes of banks differ too much to decide anything by them
                }
            }
        });
        amount();
        if (!isBooked()) {
            passedOver.notBooked();
        } else if (!isCredit() && !reversal) {
            passedOver.debit();
        } else {
            end();
        }
    }

    private void details() {
        boolean counts = isBooked() && (isCredit() || reversal);
        xml.children(part -> {
            if (counts && part.equals("Btch")) {
                xml.children(each -> announced += each.equals("NbOfTxs") ? CamtValues.count(xml) : 0);
            } else if (counts && part.equals("TxDtls")) {
                transaction();
            }
        });
    }

    /** The first waits until it is known whether it is the only one. */
    private void transaction() {
        CamtTransaction transaction = CamtTransaction.read(xml, path + "/NtryDtls/TxDtls[" + ++details + "]");
        if (details == 1) {
            first = transaction;
            return;
        }
        if (first != null) {
            giveOneOfMany(first);
            first = null;
        }
        giveOneOfMany(transaction);
    }

    private void giveOneOfMany(CamtTransaction transaction) {
        Money own = transaction.amount();
        if (own == null || !own.getCurrencyUnit().equals(amount().getCurrencyUnit())) {
            throw FileRefused.because("intake.camt.part", amount(), xml.line());
        }
        Money signed = transaction.credit() == null || transaction.credit() == isCredit() ? own : own.negated();
        sum = sum == null ? signed : sum.plus(signed);
        charged |= transaction.charged();
        give(transaction, signed);
    }

    private void end() {
        if (details > 1) {
            if (!charged && !amount().equals(sum)) {
                throw FileRefused.because("intake.camt.sum", amount(), xml.line(), String.valueOf(sum));
            }
        } else if (announced > 1) {
            sink.notice(Place.path(path).notice("Ntry", Sentence.of("intake.camt.lump", amount(), announced), null));
        } else if (first != null) {
            giveAlone(first);
        } else {
            give(CamtTransaction.without(path, information), amount());
        }
    }

    /** What was booked is what came in, also where a fee was taken or the money was exchanged on its way. */
    private void giveAlone(CamtTransaction transaction) {
        Money own = transaction.amount();
        boolean comparable = own != null
                && own.getCurrencyUnit().equals(amount().getCurrencyUnit())
                && !charged
                && !transaction.charged();
        if (comparable && !own.equals(amount())) {
            throw FileRefused.because("intake.camt.sum", amount(), xml.line(), own);
        }
        give(transaction, amount());
    }

    private void give(CamtTransaction transaction, Money signed) {
        Money inward = isCredit() ? signed : signed.negated();
        boolean mayBePosted = isCredit() && !reversal || inward.isNegative();
        LocalDate day = given(bookedOn, "BookgDt");
        transaction.lines(inward, day, account, mayBePosted).forEach(line -> {
            Mark mark = Mark.likeness("camt", transaction.bankReference(), account, day, line.amount(), purpose(line));
            sink.payment(Place.path(transaction.path()), line, mark);
        });
    }

    /** Without a reference it waits anyway, so better twice than taken for another payer's. */
    private static String purpose(BankLine line) {
        return line.reference() == null ? "from " + line.payer() : line.reference();
    }

    private static boolean isTrue(String text) {
        return text.equals("true") || text.equals("1");
    }

    private <T> T given(@Nullable T value, String element) {
        if (value == null) {
            throw FileRefused.because("intake.camt.missing", "Ntry/" + element, xml.line());
        }
        return value;
    }
}
