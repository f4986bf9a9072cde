package no.forfall.casefile;

import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import no.forfall.payments.Payment;
import no.forfall.payments.Payments;
import no.forfall.receivables.LedgerLine;
import no.forfall.receivables.LineKind;
import no.forfall.receivables.Part;
import no.forfall.receivables.Receivables;
import no.forfall.shared.CaseNumber;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The ledger of an invoice as a page shows it: part by part, and what each payment was used for. */
@Component
class LedgerScreen {

    private final Receivables receivables;
    private final Payments payments;
    private final MessageSource messages;

    LedgerScreen(Receivables receivables, Payments payments, MessageSource messages) {
        this.receivables = receivables;
        this.payments = payments;
        this.messages = messages;
    }

    CaseView.Ledger balance(long invoiceId) {
        CurrencyUnit currency = receivables.invoice(invoiceId).currency();
        List<LedgerLine> lines = receivables.ledger(invoiceId);
        Money open = sum(lines.stream().map(LedgerLine::effect).toList(), currency);
        return new CaseView.Ledger(
                open,
                Arrays.stream(Part.values())
                        .map(part -> line(part, lines, open, currency))
                        .filter(line -> line.kind().equals("principal")
                                || !line.claimed().isZero())
                        .toList());
    }

    private static CaseView.Line line(Part part, List<LedgerLine> ledger, Money total, CurrencyUnit currency) {
        List<LedgerLine> lines =
                ledger.stream().filter(line -> line.part() == part).toList();
        Money claimed = sum(
                lines.stream()
                        .filter(line -> line.kind() == LineKind.CHARGE)
                        .map(LedgerLine::amount)
                        .toList(),
                currency);
        Money open = sum(lines.stream().map(LedgerLine::effect).toList(), currency);
        int share = total.isPositive() && open.isPositive()
                ? open.getAmount()
                        .movePointRight(2)
                        .divide(total.getAmount(), 0, RoundingMode.HALF_UP)
                        .intValue()
                : 0;
        return new CaseView.Line(part.name().toLowerCase(Locale.ROOT), claimed, claimed.minus(open), open, share);
    }

    private static Money sum(List<Money> amounts, CurrencyUnit currency) {
        return amounts.stream().reduce(Money.zero(currency), Money::plus);
    }

    List<CaseView.PaymentLine> payments(CaseNumber number, long invoiceId, Locale language) {
        List<LedgerLine> lines = receivables.ledger(invoiceId);
        return payments.of(number).stream()
                .map(payment -> new CaseView.PaymentLine(
                        payment.bookedOn(), payment.amount(), payment.reference(), usedFor(payment, lines, language)))
                .toList();
    }

    private String usedFor(Payment payment, List<LedgerLine> lines, Locale language) {
        String parts = lines.stream()
                .filter(line -> line.source().startsWith("payment:" + payment.id() + ":"))
                .map(line -> "cases.balance." + line.part().name().toLowerCase(Locale.ROOT))
                .map(key -> messages.getMessage(key, null, language))
                .collect(Collectors.joining(", "));
        return parts.isEmpty() ? messages.getMessage("cases.payments.waiting", null, language) : parts;
    }
}
