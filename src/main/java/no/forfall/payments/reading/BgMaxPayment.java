package no.forfall.payments.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A payment or deduction of a BgMax file, with the records that belong to it. */
final class BgMaxPayment {

    /** Controlled by Bankgirot, as an OCR number and as another reference that the payee agreed on. */
    private static final Set<String> CONTROLLED = Set.of("2", "4");

    private record Extra(String reference, long minor) {}

    private final FixedRecord first;
    private final long minor;
    private final List<Extra> extras = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final @Nullable String own;
    private @Nullable String payer;

    BgMaxPayment(FixedRecord first) {
        this.first = first;
        this.minor = amount(first, "21");
        this.own = reference(first);
    }

    /** In öre or cents; negative for a deduction. */
    long minor() {
        return minor;
    }

    void extraReference(FixedRecord record) {
        if (!record.at(3, 12).equals(first.at(3, 12)) || !record.at(58, 69).equals(first.at(58, 69))) {
            throw record.unexpected();
        }
        long part = amount(record, "23");
        String reference = reference(record);
        if (reference != null) {
            extras.add(new Extra(reference, part));
        }
    }

    void information(FixedRecord record) {
        append(record.text(3, 52));
    }

    void name(FixedRecord record) {
        payer = Cut.to(BankLine.LONGEST_PAYER, record.text(3, 37), record.text(38, 72));
    }

    /** Its kind, and the number by which Bankgirot tells the payments of a deposit apart. */
    String number() {
        return first.at(1, 2) + ":" + first.at(58, 69).strip();
    }

    /**
     * @param account bankgiro number that the money came to
     * @param nth payment of its number in the deposit, should Bankgirot number two alike
     */
    void give(String account, BgMaxDeposit deposit, int nth, PaymentSink sink) {
        Money amount = Money.ofMinor(deposit.currency(), minor);
        String number =
                String.join(":", account, deposit.paidOn().toString(), deposit.number(), number(), String.valueOf(nth));
        int reference = 0;
        for (Parts.Part part : parts(amount)) {
            BankLine line = new BankLine(
                    deposit.paidOn(),
                    part.amount(),
                    part.reference(),
                    payer,
                    account,
                    Cut.to(BankLine.LONGEST_TEXT, text.toString()));
            sink.payment(first.place(), line, Mark.number("bgmax", number + ":" + ++reference));
        }
    }

    private List<Parts.Part> parts(Money whole) {
        Parts parts = new Parts();
        if (own != null && !areTheWhole(extras) && !hasOwn(extras)) {
            parts.add(own, null);
        }
        CurrencyUnit currency = whole.getCurrencyUnit();
        for (Extra extra : extras) {
            parts.add(extra.reference(), extra.minor() == 0 ? null : Money.ofMinor(currency, extra.minor()));
        }
        return parts.of(whole);
    }

    private boolean areTheWhole(List<Extra> told) {
        return !told.isEmpty() && told.stream().mapToLong(Extra::minor).sum() == minor;
    }

    private boolean hasOwn(List<Extra> told) {
        return told.stream().anyMatch(extra -> extra.reference().equals(own));
    }

    /**
     * A reference that Bankgirot did not control may be right all the same, where the payee has no agreement on control. It
     * counts when it is one word; anything else is what the payer wrote.
     */
    private @Nullable String reference(FixedRecord record) {
        String field = record.text(13, 37);
        if (field == null || CONTROLLED.contains(record.at(56, 56)) || field.matches("[\\p{L}\\p{N}/-]+")) {
            return field;
        }
        append(field);
        return null;
    }

    private void append(@Nullable String more) {
        if (more != null && text.length() < BankLine.LONGEST_TEXT) {
            text.append(text.isEmpty() ? "" : " ").append(more);
        }
    }

    private static long amount(FixedRecord record, String negative) {
        long amount = record.number(38, 55);
        if (amount >= 100_000_000_000_000L) {
            throw record.unreadable(38, 55);
        }
        return record.at(1, 2).equals(negative) ? -amount : amount;
    }
}
