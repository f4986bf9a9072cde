package no.forfall.receivables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import no.forfall.law.PrincipalChange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The arithmetic of one invoice's lines: what is open of each part, and how a payment, a credit note, a waiver, a refund or
 * a write-off is used. Immutable and pure; it proposes, and whoever keeps the books books.
 *
 * <p>Only the principal can be negative: then more was credited or paid than was owed, and the creditor owes the debtor.
 * What the debtor owes is set off against that.
 */
public final class Ledger {

    private static final List<Part> CREDIT_ORDER =
            ApplicationOrder.of(Part.PRINCIPAL, Part.INTEREST).parts();

    private final CurrencyUnit currency;
    private final List<Movement> lines;

    private Ledger(CurrencyUnit currency, List<Movement> lines) {
        this.currency = currency;
        this.lines = List.copyOf(lines);
    }

    /** @throws org.joda.money.CurrencyMismatchException from its methods when a line is in another currency */
    public static Ledger of(CurrencyUnit currency, List<Movement> lines) {
        return new Ledger(currency, lines);
    }

    public CurrencyUnit currency() {
        return currency;
    }

    /** What is open of a part; negative only for the principal, when the creditor owes it back. */
    public Money open(Part part) {
        return lines.stream()
                .filter(line -> line.part() == part)
                .map(Movement::effect)
                .reduce(zero(), Money::plus);
    }

    /** The sum of a part's lines of some kinds, as amounts. */
    public Money sum(Part part, LineKind... kinds) {
        List<LineKind> those = Arrays.asList(kinds);
        return lines.stream()
                .filter(line -> line.part() == part && those.contains(line.kind()))
                .map(Movement::amount)
                .reduce(zero(), Money::plus);
    }

    /** What was charged of a part and not taken back again, whether it is paid or not. */
    public Money standing(Part part) {
        return charged(part).minus(sum(part, LineKind.CREDIT, LineKind.WAIVER, LineKind.WRITE_OFF));
    }

    /** What was charged of a part by letters that arrived, given up later or not; it is not charged again. */
    public Money charged(Part part) {
        return sum(part, LineKind.CHARGE).minus(sum(part, LineKind.OFFSET, LineKind.RETURNED));
    }

    /** What the debtor has to pay to be done; zero when nothing. */
    public Money toPay() {
        return positive(net());
    }

    /** What the creditor owes the debtor; zero when nothing. */
    public Money toRefund() {
        return positive(net().negated());
    }

    public boolean isSettled() {
        return !net().isPositive();
    }

    private Money net() {
        return lines.stream().map(Movement::effect).reduce(zero(), Money::plus);
    }

    /** A payment covers the parts in the order, each as far as it is open; what no part needs is left. */
    public Settlement payment(Money amount, ApplicationOrder order) {
        return apply(amount, order.parts());
    }

    /**
     * A credit note takes off the principal first, is then set off against what being late has cost, and makes the
     * principal negative with the rest.
     */
    public Settlement credit(Money amount) {
        Settlement covered = apply(amount, CREDIT_ORDER);
        if (!covered.left().isPositive()) {
            return covered;
        }
        Map<Part, Money> applied = new EnumMap<>(Part.class);
        applied.putAll(covered.applied());
        applied.merge(Part.PRINCIPAL, covered.left(), Money::plus);
        return new Settlement(applied, covered.left());
    }

    /** @throws AmountTooLarge when less than that is open of the part */
    public Settlement waiver(Part part, Money amount) {
        return whole(amount, positive(open(part)), part);
    }

    /** Takes charges back, each as far as it is open: what was paid of it stays paid. */
    public Settlement returned(Map<Part, Money> charges) {
        Map<Part, Money> applied = new EnumMap<>(Part.class);
        charges.forEach((part, charge) -> {
            Money open = positive(open(part));
            Money taken = open.isLessThan(charge) ? open : charge;
            if (taken.isPositive()) {
                applied.put(part, taken);
            }
        });
        return new Settlement(applied, zero());
    }

    /** Money beyond what was owed, which the creditor holds and owes back: it makes the principal negative. */
    public Settlement overpayment(Money amount) {
        return whole(amount, amount, Part.PRINCIPAL);
    }

    /** @throws AmountTooLarge when the creditor owes less than that */
    public Settlement refund(Money amount) {
        return whole(amount, toRefund(), Part.PRINCIPAL);
    }

    private Settlement whole(Money amount, Money most, Part part) {
        if (amount.isGreaterThan(most)) {
            throw new AmountTooLarge(amount, most);
        }
        return new Settlement(amount.isPositive() ? Map.of(part, amount) : Map.of(), zero());
    }

    /** Takes off everything that is open; nothing where nothing is owed. */
    public Settlement writeOff() {
        return apply(toPay(), CREDIT_ORDER);
    }

    private Settlement apply(Money amount, List<Part> order) {
        Map<Part, Money> applied = new EnumMap<>(Part.class);
        Money left = amount;
        for (Part part : order) {
            Money open = open(part);
            Money used = open.isLessThan(left) ? open : left;
            if (used.isPositive()) {
                applied.put(part, used);
                left = left.minus(used);
            }
        }
        return new Settlement(applied, left);
    }

    /** The ledger as it is once a settlement is booked. */
    public Ledger after(Settlement settlement, LineKind kind, LocalDate on) {
        List<Movement> more = new ArrayList<>(lines);
        settlement.applied().forEach((part, amount) -> more.add(new Movement(on, part, kind, amount)));
        return new Ledger(currency, more);
    }

    /** What changed the principal after it was invoiced, for counting interest. */
    public List<PrincipalChange> principalChanges() {
        return lines.stream()
                .filter(line -> line.part() == Part.PRINCIPAL && line.kind() != LineKind.CHARGE)
                .map(line -> new PrincipalChange(line.on(), line.effect()))
                .toList();
    }

    /**
     * @param run all interest that has run, whether it was demanded or not
     * @param through the last day that it counts
     */
    public Balance balance(Money run, LocalDate through) {
        return new Balance(
                open(Part.PRINCIPAL),
                open(Part.FEE),
                open(Part.INTEREST),
                open(Part.COMPENSATION),
                open(Part.COSTS),
                positive(run.minus(charged(Part.INTEREST))),
                through);
    }

    private Money positive(Money amount) {
        return amount.isPositive() ? amount : zero();
    }

    private Money zero() {
        return Money.zero(currency);
    }
}
