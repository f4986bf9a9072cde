package no.forfall.casefile;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.payments.Overpayments;
import no.forfall.payments.Payment;
import no.forfall.payments.Payments;
import no.forfall.receivables.Balance;
import no.forfall.receivables.Ledger;
import no.forfall.receivables.LedgerLine;
import no.forfall.receivables.LineKind;
import no.forfall.receivables.Part;
import no.forfall.receivables.Receivables;
import no.forfall.shared.CaseNumber;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The ledger of an invoice as a page shows it: part by part, line by line, and what each payment was used for. */
@Component
class LedgerScreen {

    private static final Pattern LETTER = Pattern.compile("letter:([0-9a-f-]{36}):.*");

    private final Receivables receivables;
    private final Payments payments;
    private final Overpayments overpayments;
    private final People people;
    private final Concealment concealment;
    private final MessageSource messages;

    LedgerScreen(
            Receivables receivables,
            Payments payments,
            Overpayments overpayments,
            People people,
            Concealment concealment,
            MessageSource messages) {
        this.receivables = receivables;
        this.payments = payments;
        this.overpayments = overpayments;
        this.people = people;
        this.concealment = concealment;
        this.messages = messages;
    }

    /**
     * The principal, and every other part of which something was charged.
     *
     * @param disputed what of the principal is disputed while the rest is asked for; null when nothing is
     */
    CaseView.Ledger balance(CaseNumber number, long invoiceId, @Nullable Money disputed, LocalDate today) {
        Ledger ledger = receivables.reckoning(invoiceId);
        return new CaseView.Ledger(
                disputed == null
                        ? ledger.toPay()
                        : receivables.undisputedOf(invoiceId, disputed, today).toPay(),
                disputed == null ? null : apart(invoiceId, disputed, today),
                ledger.toRefund(),
                ledger.isSettled() ? overpayments.waiting(number, ledger.currency()) : Money.zero(ledger.currency()),
                Arrays.stream(Part.values())
                        .filter(part -> part == Part.PRINCIPAL
                                || !ledger.sum(part, LineKind.CHARGE).isZero())
                        .map(part -> line(part, ledger))
                        .toList());
    }

    private CaseView.Apart apart(long invoiceId, Money part, LocalDate today) {
        Balance all = receivables.balanceOf(invoiceId, today);
        Balance rest = receivables.undisputedOf(invoiceId, part, today);
        return new CaseView.Apart(
                rest.interest().plus(rest.accruedInterest()),
                part,
                receivables
                        .interestOf(invoiceId, today)
                        .total()
                        .minus(receivables.interestOf(invoiceId, part, today).total()),
                all.fee().plus(all.compensation()).plus(all.costs()));
    }

    private static CaseView.Line line(Part part, Ledger ledger) {
        Money claimed = ledger.sum(part, LineKind.CHARGE);
        Money open = ledger.open(part);
        int share = ledger.toPay().isPositive() && open.isPositive()
                ? open.getAmount()
                        .movePointRight(2)
                        .divide(ledger.toPay().getAmount(), 0, RoundingMode.HALF_UP)
                        .intValue()
                : 0;
        return new CaseView.Line(key(part), claimed, claimed.minus(open), open, share);
    }

    private static String key(Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }

    /** Every line, oldest first, each with what is open of its part after it. */
    List<CaseView.Booking> bookings(CaseNumber number, long invoiceId, Locale language) {
        Concealment.Veil veil = concealment.of(number);
        boolean opens = !veil.hides() || AddressProtection.mayReveal();
        Map<String, String> names = people.all().stream().collect(Collectors.toMap(Person::userName, Person::name));
        Map<Part, Money> open = new EnumMap<>(Part.class);
        List<CaseView.Booking> bookings = new ArrayList<>();
        for (LedgerLine line : receivables.ledger(invoiceId)) {
            Matcher letter = LETTER.matcher(line.source());
            String who = line.bookedBy();
            bookings.add(new CaseView.Booking(
                    line.bookedOn(),
                    key(line.part()),
                    messages.getMessage("cases.ledger." + line.kind(), null, language),
                    veil.over(line.reason()),
                    who == null ? null : names.getOrDefault(who, who),
                    opens && letter.matches() ? "/letters/" + letter.group(1) + ".pdf" : null,
                    line.effect(),
                    open.merge(line.part(), line.effect(), Money::plus)));
        }
        return bookings;
    }

    List<CaseView.PaymentLine> payments(CaseNumber number, long invoiceId, Locale language) {
        List<LedgerLine> lines = receivables.ledger(invoiceId);
        return payments.of(number).stream()
                .map(payment -> paymentLine(payment, linesOf(payment, lines), language))
                .toList();
    }

    private static List<LedgerLine> linesOf(Payment payment, List<LedgerLine> lines) {
        return lines.stream()
                .filter(line ->
                        line.kind() == LineKind.PAYMENT && line.source().startsWith("payment:" + payment.id() + ":"))
                .toList();
    }

    private CaseView.PaymentLine paymentLine(Payment payment, List<LedgerLine> lines, Locale language) {
        String order = lines.stream()
                .map(LedgerLine::appliedOrder)
                .filter(Objects::nonNull)
                .findFirst()
                .map(used -> messages.getMessage(
                        "cases.payments.order", new Object[] {named(used.parts(), language)}, language))
                .orElse(null);
        return new CaseView.PaymentLine(
                payment.bookedOn(),
                payment.amount(),
                payment.reference(),
                lines.isEmpty()
                        ? messages.getMessage("cases.payments.waiting", null, language)
                        : named(lines.stream().map(LedgerLine::part).distinct().toList(), language),
                order);
    }

    private String named(List<Part> parts, Locale language) {
        return parts.stream()
                .map(part -> messages.getMessage("cases.balance." + key(part), null, language))
                .collect(Collectors.joining(", "));
    }
}
