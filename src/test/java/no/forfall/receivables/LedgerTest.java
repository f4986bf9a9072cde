package no.forfall.receivables;

import static no.forfall.receivables.LineKind.CHARGE;
import static no.forfall.receivables.LineKind.CREDIT;
import static no.forfall.receivables.LineKind.PAYMENT;
import static no.forfall.receivables.LineKind.REFUND;
import static no.forfall.receivables.LineKind.WAIVER;
import static no.forfall.receivables.LineKind.WRITE_OFF;
import static no.forfall.receivables.Part.COMPENSATION;
import static no.forfall.receivables.Part.COSTS;
import static no.forfall.receivables.Part.FEE;
import static no.forfall.receivables.Part.INTEREST;
import static no.forfall.receivables.Part.PRINCIPAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import no.forfall.law.PrincipalChange;
import org.joda.money.CurrencyMismatchException;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LedgerTest {

    private static final LocalDate DAY = LocalDate.parse("2026-09-20");
    private static final ApplicationOrder DEFAULT = ApplicationOrder.of(PRINCIPAL, INTEREST);

    private static Money nok(String amount) {
        return Money.parse("NOK " + amount);
    }

    private static Movement line(Part part, LineKind kind, String amount) {
        return new Movement(DAY, part, kind, nok(amount));
    }

    private static Ledger ledger(Movement... lines) {
        return Ledger.of(CurrencyUnit.of("NOK"), List.of(lines));
    }

    /** One of everything that can be charged. */
    private static Ledger claim() {
        return ledger(
                line(PRINCIPAL, CHARGE, "1000.00"),
                line(FEE, CHARGE, "38.00"),
                line(INTEREST, CHARGE, "11.50"),
                line(COMPENSATION, CHARGE, "430.00"),
                line(COSTS, CHARGE, "90.00"));
    }

    @Test
    void keepsEveryPartApart() {
        Ledger claim = claim();
        assertThat(Arrays.stream(Part.values()).map(claim::open))
                .containsExactly(nok("1000.00"), nok("38.00"), nok("11.50"), nok("430.00"), nok("90.00"));
        assertThat(claim.toPay()).isEqualTo(nok("1569.50"));
        assertThat(claim.toRefund()).isEqualTo(nok("0.00"));
        assertThat(claim.isSettled()).isFalse();
    }

    @Test
    void owesNothingWithoutLines() {
        assertThat(ledger().toPay()).isEqualTo(nok("0.00"));
        assertThat(ledger().isSettled()).isTrue();
        assertThat(ledger().writeOff().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(LineKind.class)
    void raisesWithChargesRefundsAndReversalsAndLowersWithTheRest(LineKind kind) {
        String open = kind == CHARGE || kind == REFUND || kind == LineKind.REVERSAL ? "1100.00" : "900.00";
        assertThat(ledger(line(PRINCIPAL, CHARGE, "1000.00"), line(PRINCIPAL, kind, "100.00"))
                        .open(PRINCIPAL))
                .isEqualTo(nok(open));
        assertThat(kind.raises()).isEqualTo(open.equals("1100.00"));
    }

    @Test
    void addsUpTheLinesOfAPartByKind() {
        Ledger ledger = ledger(
                line(FEE, CHARGE, "38.00"),
                line(FEE, CHARGE, "37.00"),
                line(FEE, WAIVER, "10.00"),
                line(INTEREST, CHARGE, "5.00"));
        assertThat(ledger.sum(FEE, CHARGE)).isEqualTo(nok("75.00"));
        assertThat(ledger.sum(FEE, CHARGE, WAIVER)).isEqualTo(nok("85.00"));
        assertThat(ledger.sum(PRINCIPAL, CHARGE)).isEqualTo(nok("0.00"));
    }

    @Test
    void aChargeStandsAlsoWhenItIsPaidButNotWhenItWasTakenBack() {
        Ledger paid = ledger(line(FEE, CHARGE, "76.00"), line(FEE, PAYMENT, "38.00"));
        assertThat(paid.standing(FEE)).isEqualTo(nok("76.00"));
        for (LineKind back : List.of(WAIVER, CREDIT, WRITE_OFF, LineKind.OFFSET)) {
            assertThat(ledger(line(FEE, CHARGE, "76.00"), line(FEE, back, "38.00"))
                            .standing(FEE))
                    .isEqualTo(nok("38.00"));
        }
    }

    @Test
    void refusesLinesWithoutAmountAndOtherCurrencies() {
        assertThatIllegalArgumentException().isThrownBy(() -> line(FEE, CHARGE, "0.00"));
        assertThatIllegalArgumentException().isThrownBy(() -> line(FEE, CHARGE, "-38.00"));
        Ledger mixed = ledger(new Movement(DAY, FEE, CHARGE, Money.parse("SEK 60.00")));
        assertThatExceptionOfType(CurrencyMismatchException.class).isThrownBy(mixed::toPay);
    }

    @Test
    void appliesAPaymentInTheOrderAndLeavesTheRest() {
        assertThat(claim().payment(nok("1020.00"), DEFAULT).applied())
                .isEqualTo(Map.of(PRINCIPAL, nok("1000.00"), INTEREST, nok("11.50"), FEE, nok("8.50")));
        assertThat(claim().payment(nok("100.00"), ApplicationOrder.of(FEE, COSTS))
                        .applied())
                .isEqualTo(Map.of(FEE, nok("38.00"), COSTS, nok("62.00")));
        Settlement over = claim().payment(nok("1600.00"), DEFAULT);
        assertThat(over.applied()).hasSize(5);
        assertThat(over.left()).isEqualTo(nok("30.50"));
        assertThat(claim().payment(nok("1569.50"), DEFAULT).left()).isEqualTo(nok("0.00"));
    }

    @Test
    void passesOverPartsThatOweNothing() {
        Ledger overcredited = ledger(
                line(PRINCIPAL, CHARGE, "100.00"), line(PRINCIPAL, CREDIT, "130.00"), line(FEE, CHARGE, "38.00"));
        Settlement paid = overcredited.payment(nok("50.00"), DEFAULT);
        assertThat(paid.applied()).isEqualTo(Map.of(FEE, nok("38.00")));
        assertThat(paid.left()).isEqualTo(nok("12.00"));
    }

    @Test
    void creditsThePrincipalFirstAndThenWhatBeingLateHasCost() {
        Settlement part = claim().credit(nok("400.00"));
        assertThat(part.applied()).isEqualTo(Map.of(PRINCIPAL, nok("400.00")));
        assertThat(part.left()).isEqualTo(nok("0.00"));
        assertThat(claim().credit(nok("1030.00")).applied())
                .isEqualTo(Map.of(PRINCIPAL, nok("1000.00"), INTEREST, nok("11.50"), FEE, nok("18.50")));
        assertThat(claim().credit(nok("1569.50")).left()).isEqualTo(nok("0.00"));
    }

    @Test
    void owesTheDebtorWhatWasCreditedBeyondTheClaim() {
        Settlement credit = claim().credit(nok("1600.00"));
        assertThat(credit.applied())
                .containsEntry(PRINCIPAL, nok("1030.50"))
                .containsEntry(FEE, nok("38.00"))
                .hasSize(5);
        assertThat(credit.left()).isEqualTo(nok("30.50"));
        Ledger after = claim().after(credit, CREDIT, DAY);
        assertThat(after.open(PRINCIPAL)).isEqualTo(nok("-30.50"));
        assertThat(after.toRefund()).isEqualTo(nok("30.50"));
        assertThat(after.toPay()).isEqualTo(nok("0.00"));
        assertThat(after.isSettled()).isTrue();
    }

    @Test
    void creditsAPaidInvoiceBelowZeroAndRefundsItOnceAndNoMore() {
        Ledger paid = ledger(line(PRINCIPAL, CHARGE, "1000.00"), line(PRINCIPAL, PAYMENT, "1000.00"));
        Ledger credited = paid.after(paid.credit(nok("300.00")), CREDIT, DAY);
        assertThat(credited.toRefund()).isEqualTo(nok("300.00"));
        assertThatExceptionOfType(AmountTooLarge.class)
                .isThrownBy(() -> credited.refund(nok("300.01")))
                .satisfies(refused -> assertThat(refused.most()).isEqualTo(nok("300.00")));
        Settlement refund = credited.refund(nok("300.00"));
        assertThat(refund).isEqualTo(new Settlement(Map.of(PRINCIPAL, nok("300.00")), nok("0.00")));
        Ledger refunded = credited.after(refund, REFUND, DAY);
        assertThat(refunded.toRefund()).isEqualTo(nok("0.00"));
        assertThat(refunded.isSettled()).isTrue();
        assertThatExceptionOfType(AmountTooLarge.class).isThrownBy(() -> refunded.refund(nok("0.01")));
    }

    @Test
    void setsWhatIsOwedOffAgainstWhatIsOwedBack() {
        Ledger both = ledger(
                line(PRINCIPAL, CHARGE, "100.00"), line(PRINCIPAL, CREDIT, "130.00"), line(FEE, CHARGE, "38.00"));
        assertThat(both.toPay()).isEqualTo(nok("8.00"));
        assertThat(both.toRefund()).isEqualTo(nok("0.00"));
        assertThat(both.isSettled()).isFalse();
        Settlement writeOff = both.writeOff();
        assertThat(writeOff.applied()).isEqualTo(Map.of(FEE, nok("8.00")));
        assertThat(both.after(writeOff, WRITE_OFF, DAY).isSettled()).isTrue();
    }

    @Test
    void takesMoneyThatNoPartNeedsSoThatItCanBeGivenBack() {
        Ledger paid = ledger(line(PRINCIPAL, CHARGE, "100.00"), line(PRINCIPAL, PAYMENT, "100.00"));
        Ledger over = paid.after(paid.overpayment(nok("20.00")), PAYMENT, DAY);
        assertThat(over.open(PRINCIPAL)).isEqualTo(nok("-20.00"));
        assertThat(over.refund(nok("20.00")).applied()).isEqualTo(Map.of(PRINCIPAL, nok("20.00")));
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void waivesAnAmountOfAPartButNoMoreThanIsOpen(Part part) {
        Money open = claim().open(part);
        assertThat(claim().waiver(part, nok("10.00")))
                .isEqualTo(new Settlement(Map.of(part, nok("10.00")), nok("0.00")));
        assertThat(claim().after(claim().waiver(part, open), WAIVER, DAY).open(part))
                .isEqualTo(nok("0.00"));
        assertThatExceptionOfType(AmountTooLarge.class)
                .isThrownBy(() -> claim().waiver(part, open.plus(nok("0.01"))))
                .withMessageContaining(open.toString())
                .satisfies(refused -> assertThat(refused.most()).isEqualTo(open));
    }

    @Test
    void waivesNothingOfAPrincipalThatIsOwedBack() {
        Ledger over = ledger(line(PRINCIPAL, CHARGE, "100.00"), line(PRINCIPAL, CREDIT, "130.00"));
        assertThatExceptionOfType(AmountTooLarge.class)
                .isThrownBy(() -> over.waiver(PRINCIPAL, nok("1.00")))
                .satisfies(refused -> assertThat(refused.most()).isEqualTo(nok("0.00")));
        assertThat(over.waiver(PRINCIPAL, nok("0.00")).isEmpty()).isTrue();
        assertThat(over.waiver(PRINCIPAL, nok("-1.00")).isEmpty()).isTrue();
    }

    @Test
    void writesOffEveryPartThatIsOpen() {
        Settlement writeOff = claim().writeOff();
        assertThat(writeOff.applied()).hasSize(5).containsEntry(COSTS, nok("90.00"));
        Ledger after = claim().after(writeOff, WRITE_OFF, DAY);
        assertThat(after.isSettled()).isTrue();
        assertThat(Arrays.stream(Part.values()).map(after::open)).allMatch(Money::isZero);
    }

    @Test
    void bookingASettlementAddsItsLinesOnTheDayAndLeavesTheFirstLedgerAsItWas() {
        Ledger before = claim();
        Ledger after = before.after(before.payment(nok("100.00"), DEFAULT), PAYMENT, DAY.plusDays(3));
        assertThat(before.open(PRINCIPAL)).isEqualTo(nok("1000.00"));
        assertThat(after.principalChanges()).containsExactly(new PrincipalChange(DAY.plusDays(3), nok("-100.00")));
        assertThat(before.principalChanges()).isEmpty();
    }

    @Test
    void countsOnlyWhatMovesThePrincipalAfterTheInvoice() {
        Ledger ledger = ledger(
                line(PRINCIPAL, CHARGE, "100.00"),
                line(PRINCIPAL, CREDIT, "130.00"),
                line(PRINCIPAL, REFUND, "30.00"),
                line(FEE, PAYMENT, "5.00"));
        assertThat(ledger.principalChanges())
                .containsExactly(new PrincipalChange(DAY, nok("-130.00")), new PrincipalChange(DAY, nok("30.00")));
    }

    @Test
    void derivesTheBalanceWithTheInterestThatNoLetterHasDemanded() {
        Balance balance = claim().balance(nok("15.00"), DAY);
        assertThat(balance)
                .isEqualTo(new Balance(
                        nok("1000.00"), nok("38.00"), nok("11.50"), nok("430.00"), nok("90.00"), nok("3.50"), DAY));
        assertThat(balance.toPay()).isEqualTo(claim().toPay());
        assertThat(balance.isSettled()).isFalse();
        assertThat(claim().balance(nok("11.49"), DAY).accruedInterest()).isEqualTo(nok("0.00"));
        assertThat(Arrays.stream(Part.values()).map(balance::of))
                .isEqualTo(Arrays.stream(Part.values()).map(claim()::open).toList());
        Balance over =
                claim().after(claim().credit(nok("1600.00")), CREDIT, DAY).balance(nok("0.00"), DAY);
        assertThat(over.toRefund()).isEqualTo(nok("30.50"));
        assertThat(over.toPay()).isEqualTo(nok("0.00"));
        assertThat(over.isSettled()).isTrue();
    }

    @Test
    void paidInterestIsNotDemandedAgain() {
        Ledger paid = claim().after(claim().payment(nok("1011.50"), DEFAULT), PAYMENT, DAY);
        assertThat(paid.open(INTEREST)).isEqualTo(nok("0.00"));
        assertThat(paid.balance(nok("11.50"), DAY).accruedInterest()).isEqualTo(nok("0.00"));
    }

    @Test
    void givesEveryPartAPlaceInTheOrderAndNoneTwo() {
        assertThat(DEFAULT.parts()).containsExactly(PRINCIPAL, INTEREST, FEE, COMPENSATION, COSTS);
        ApplicationOrder order = ApplicationOrder.of(COSTS, INTEREST);
        assertThat(order.parts()).containsExactly(COSTS, INTEREST, PRINCIPAL, FEE, COMPENSATION);
        assertThat(order).hasToString("COSTS,INTEREST,PRINCIPAL,FEE,COMPENSATION");
        assertThat(ApplicationOrder.parse(order.toString())).isEqualTo(order);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApplicationOrder.of(FEE, FEE))
                .withMessageContaining("forfall.receivables.application-order");
    }
}
