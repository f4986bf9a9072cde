package no.forfall.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.joda.money.Money;

/** Payments of the last days that find no invoice by themselves, for the page of those that wait. */
final class StrayPayments {

    private static final int PAID_IN_FULL = 100;

    private final List<PlannedInvoice> plan;
    private final LocalDate today;

    StrayPayments(List<PlannedInvoice> plan, LocalDate today) {
        this.plan = plan;
        this.today = today;
    }

    /** As lines of a bank file: id, booked, amount, currency, reference, payer, text. */
    List<String> lines() {
        List<PlannedInvoice> owed = plan.stream()
                .filter(invoice -> invoice.paysOn() == null && invoice.dueOn().isBefore(today.minusDays(12)))
                .limit(3)
                .toList();
        Stream<Optional<String>> lines = Stream.of(
                of(owed, 0).map(invoice -> line("named", invoice, invoice.amount(), "", "Faktura " + invoice.number())),
                of(owed, 1).map(invoice -> line("mistyped", invoice, invoice.amount(), mistyped(invoice), "")),
                of(owed, 2).map(invoice -> line("nothing", invoice, invoice.amount(), "", "Takk for god service")),
                paid(invoice -> invoice.dueOn().isBefore(today.minusDays(5)))
                        .map(invoice -> line("twice", invoice, invoice.amount(), DemoFiles.reference(invoice), "")),
                paid(invoice -> !invoice.dueOn().isBefore(today.minusDays(5)))
                        .map(invoice -> line(
                                "bounced", invoice, invoice.amount().negated(), DemoFiles.reference(invoice), "")));
        return lines.flatMap(Optional::stream).toList();
    }

    private static Optional<PlannedInvoice> of(List<PlannedInvoice> owed, int index) {
        return index < owed.size() ? Optional.of(owed.get(index)) : Optional.empty();
    }

    /** One that was paid on its due date, when nothing but its amount was owed. */
    private Optional<PlannedInvoice> paid(Predicate<PlannedInvoice> which) {
        return plan.stream()
                .filter(invoice -> Objects.equals(invoice.paysOn(), invoice.dueOn())
                        && invoice.share() == PAID_IN_FULL
                        && invoice.dueOn().isBefore(today.minusDays(1)))
                .filter(which)
                .reduce((earlier, later) -> later);
    }

    /** With another last digit, which no check digit allows. */
    private static String mistyped(PlannedInvoice invoice) {
        String reference = DemoFiles.reference(invoice);
        int last = reference.length() - 1;
        return reference.substring(0, last) + (reference.charAt(last) - '0' + 1) % 10;
    }

    private String line(String id, PlannedInvoice invoice, Money amount, String reference, String text) {
        return String.join(
                ";",
                "stray-" + id,
                today.minusDays(1).toString(),
                amount.getAmount().toPlainString(),
                amount.getCurrencyUnit().getCode(),
                reference,
                invoice.creditor().debtorName(invoice.debtor()),
                text);
    }
}
