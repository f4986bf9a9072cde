package no.forfall.receivables;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.forfall.law.Interest;
import no.forfall.law.Rates;
import no.forfall.shared.Country;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What holds for every ledger, however it came about. */
class LedgerPropertiesTest {

    private static final CurrencyUnit NOK = CurrencyUnit.of("NOK");
    private static final Money NOTHING = Money.zero(NOK);
    private static final LocalDate DUE = LocalDate.parse("2026-03-16");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final Interest INTEREST = new Interest(Rates.load());

    /** Something that happens to a claim. */
    record Act(LineKind kind, Part part, Money amount, LocalDate on) {

        Settlement on(Ledger ledger, ApplicationOrder order) {
            return switch (kind) {
                case CHARGE -> new Settlement(java.util.Map.of(part, amount), NOTHING);
                case PAYMENT -> ledger.payment(amount, order);
                case CREDIT -> ledger.credit(amount);
                case WAIVER, OFFSET -> ledger.waiver(part, smaller(amount, ledger.open(part)));
                case RETURNED -> ledger.returned(java.util.Map.of(part, amount));
                case WRITE_OFF -> ledger.writeOff();
                case REFUND -> ledger.refund(smaller(amount, ledger.toRefund()));
                case REVERSAL -> takenBack(ledger);
            };
        }

        private Settlement takenBack(Ledger ledger) {
            Money paid = ledger.sum(part, LineKind.PAYMENT).minus(ledger.sum(part, LineKind.REVERSAL));
            Money back = smaller(amount, paid);
            return new Settlement(back.isPositive() ? java.util.Map.of(part, back) : java.util.Map.of(), NOTHING);
        }
    }

    private static Money smaller(Money one, Money other) {
        return one.isLessThan(other) ? one : other;
    }

    @Provide
    Arbitrary<Money> amounts() {
        return Arbitraries.longs().between(1, 500_000).map(minor -> Money.ofMinor(NOK, minor));
    }

    @Provide
    Arbitrary<ApplicationOrder> orders() {
        return Arbitraries.shuffle(Part.values()).map(ApplicationOrder::new);
    }

    @Provide
    Arbitrary<List<Act>> histories() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(-10, 250).map(DUE::plusDays);
        return Combinators.combine(Arbitraries.of(LineKind.class), Arbitraries.of(Part.class), amounts(), days)
                .as(Act::new)
                .list()
                .ofMaxSize(12);
    }

    private static Ledger begun(Money principal) {
        return Ledger.of(NOK, List.of(new Movement(DUE.minusDays(14), Part.PRINCIPAL, LineKind.CHARGE, principal)));
    }

    private static Ledger lived(Money principal, List<Act> history, ApplicationOrder order) {
        Ledger ledger = begun(principal);
        for (Act act : history) {
            ledger = ledger.after(act.on(ledger, order), act.kind(), act.on());
        }
        return ledger;
    }

    private static Balance balance(Ledger ledger, Money principal) {
        return ledger.balance(
                INTEREST.between(Country.NO, principal, ledger.principalChanges(), DUE, TODAY)
                        .total(),
                TODAY);
    }

    @Property
    void theBalanceIsWhatWasChargedAndGivenBackLessWhatWasTakenOff(
            @ForAll("amounts") Money principal,
            @ForAll("histories") List<Act> history,
            @ForAll("orders") ApplicationOrder order) {
        Ledger ledger = lived(principal, history, order);
        Money whole = NOTHING;
        for (Part part : Part.values()) {
            Money expected = ledger.sum(part, LineKind.CHARGE)
                    .plus(ledger.sum(part, LineKind.REFUND))
                    .plus(ledger.sum(part, LineKind.REVERSAL))
                    .minus(ledger.sum(part, LineKind.PAYMENT))
                    .minus(ledger.sum(part, LineKind.CREDIT))
                    .minus(ledger.sum(part, LineKind.WAIVER))
                    .minus(ledger.sum(part, LineKind.OFFSET))
                    .minus(ledger.sum(part, LineKind.RETURNED))
                    .minus(ledger.sum(part, LineKind.WRITE_OFF));
            assertThat(ledger.open(part)).isEqualTo(expected);
            whole = whole.plus(expected);
        }
        assertThat(ledger.toPay().minus(ledger.toRefund())).isEqualTo(whole);
        assertThat(ledger.toPay().isZero() || ledger.toRefund().isZero()).isTrue();
        assertThat(ledger.isSettled()).isEqualTo(ledger.toPay().isZero());
    }

    @Property
    void onlyThePrincipalIsEverOwedBack(
            @ForAll("amounts") Money principal,
            @ForAll("histories") List<Act> history,
            @ForAll("orders") ApplicationOrder order) {
        Ledger ledger = lived(principal, history, order);
        for (Part part : List.of(Part.FEE, Part.INTEREST, Part.COMPENSATION, Part.COSTS)) {
            assertThat(ledger.open(part).isNegative()).as(part.name()).isFalse();
        }
        assertThat(balance(ledger, principal).accruedInterest().isNegative()).isFalse();
    }

    @Property
    void everyAmountIsUsedOrLeft(
            @ForAll("amounts") Money principal,
            @ForAll("histories") List<Act> history,
            @ForAll("orders") ApplicationOrder order,
            @ForAll("amounts") Money amount) {
        Ledger ledger = lived(principal, history, order);
        Settlement payment = ledger.payment(amount, order);
        assertThat(payment.applied().values().stream().reduce(payment.left(), Money::plus))
                .isEqualTo(amount);
        payment.applied().forEach((part, used) -> assertThat(used.isGreaterThan(ledger.open(part)))
                .isFalse());
        Settlement credit = ledger.credit(amount);
        assertThat(credit.applied().values().stream().reduce(NOTHING, Money::plus))
                .isEqualTo(amount);
    }

    @Property
    void aPaymentSplitInTwoOnTheSameDayLeavesTheSameBalance(
            @ForAll("amounts") Money principal,
            @ForAll("histories") List<Act> history,
            @ForAll("orders") ApplicationOrder order,
            @ForAll("amounts") Money one,
            @ForAll("amounts") Money other) {
        LocalDate day = DUE.plusDays(60);
        Ledger before = lived(principal, history, order);
        Ledger whole = before.after(before.payment(one.plus(other), order), LineKind.PAYMENT, day);
        Ledger first = before.after(before.payment(one, order), LineKind.PAYMENT, day);
        Ledger split = first.after(first.payment(other, order), LineKind.PAYMENT, day);
        assertThat(balance(split, principal)).isEqualTo(balance(whole, principal));
    }

    @Property
    void theOrderMovesMoneyBetweenPartsAndNeverChangesTheSum(
            @ForAll("amounts") Money principal,
            @ForAll("histories") List<Act> history,
            @ForAll("orders") ApplicationOrder order,
            @ForAll("orders") ApplicationOrder another,
            @ForAll("amounts") Money amount) {
        Ledger ledger = lived(principal, history, order);
        assertThat(ledger.payment(amount, another).left())
                .isEqualTo(ledger.payment(amount, order).left());
    }

    @Property
    void payingThePrincipalFirstCostsTheDebtorLeast(
            @ForAll("amounts") Money principal,
            @ForAll("amounts") Money fee,
            @ForAll("amounts") Money amount,
            @ForAll("orders") ApplicationOrder another) {
        Ledger claim = begun(principal)
                .after(new Settlement(java.util.Map.of(Part.FEE, fee), NOTHING), LineKind.CHARGE, DUE.plusDays(14));
        ApplicationOrder kind = ApplicationOrder.of(Part.PRINCIPAL, Part.INTEREST);
        LocalDate day = DUE.plusDays(30);
        assertThat(balance(claim.after(claim.payment(amount, kind), LineKind.PAYMENT, day), principal)
                        .accruedInterest())
                .isLessThanOrEqualTo(
                        balance(claim.after(claim.payment(amount, another), LineKind.PAYMENT, day), principal)
                                .accruedInterest());
    }

    @Property
    void aWriteOffSettlesEveryClaim(
            @ForAll("amounts") Money principal,
            @ForAll("histories") List<Act> history,
            @ForAll("orders") ApplicationOrder order) {
        Ledger ledger = lived(principal, history, order);
        Ledger after = ledger.after(ledger.writeOff(), LineKind.WRITE_OFF, TODAY);
        assertThat(after.toPay()).isEqualTo(NOTHING);
        assertThat(after.toRefund()).isEqualTo(ledger.toRefund());
    }

    @Property
    void aRefundOfAllThatIsOwedBackBringsTheSumToZero(
            @ForAll("amounts") Money principal, @ForAll("amounts") Money credit) {
        Ledger paid = begun(principal);
        paid = paid.after(paid.payment(principal, ApplicationOrder.of()), LineKind.PAYMENT, DUE);
        Ledger over = paid.after(paid.credit(credit), LineKind.CREDIT, DUE);
        assertThat(over.toRefund()).isEqualTo(credit);
        Ledger done = over.after(over.refund(credit), LineKind.REFUND, DUE);
        assertThat(Arrays.stream(Part.values()).map(done::open)).allMatch(Money::isZero);
    }

    @Property
    void theOrderOfTheLinesDoesNotMatter(
            @ForAll("amounts") Money principal,
            @ForAll("histories") List<Act> history,
            @ForAll("orders") ApplicationOrder order,
            @ForAll java.util.Random random) {
        List<Movement> lines = new ArrayList<>();
        Ledger ledger = begun(principal);
        lines.add(new Movement(DUE.minusDays(14), Part.PRINCIPAL, LineKind.CHARGE, principal));
        for (Act act : history) {
            Settlement settlement = act.on(ledger, order);
            settlement.applied().forEach((part, used) -> lines.add(new Movement(act.on(), part, act.kind(), used)));
            ledger = ledger.after(settlement, act.kind(), act.on());
        }
        java.util.Collections.shuffle(lines, random);
        assertThat(balance(Ledger.of(NOK, lines), principal)).isEqualTo(balance(ledger, principal));
        assertThat(lines.stream().map(line -> line.effect().getAmount()).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(ledger.toPay().minus(ledger.toRefund()).getAmount());
    }
}
