package no.forfall.receivables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class BalanceTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @Test
    void asksForTheOpenPartsAndNotForInterestThatNoLetterHasDemanded() {
        Balance balance = balance("1000.00");

        assertThat(balance.toPay()).isEqualTo(nok("1483.50"));
        assertThat(balance.toRefund()).isEqualTo(nok("0.00"));
        assertThat(balance.isSettled()).isFalse();
        assertThat(balance.of(Part.PRINCIPAL)).isEqualTo(nok("1000.00"));
        assertThat(balance.of(Part.FEE)).isEqualTo(nok("38.00"));
        assertThat(balance.of(Part.INTEREST)).isEqualTo(nok("5.50"));
        assertThat(balance.of(Part.COMPENSATION)).isEqualTo(nok("430.00"));
        assertThat(balance.of(Part.COSTS)).isEqualTo(nok("10.00"));
    }

    @Test
    void owesTheDebtorWhatWasCreditedBeyondTheClaim() {
        Balance balance = balance("-500.00");

        assertThat(balance.toPay()).isEqualTo(nok("0.00"));
        assertThat(balance.toRefund()).isEqualTo(nok("16.50"));
        assertThat(balance.isSettled()).isTrue();
    }

    @Test
    void isSettledWhenThePartsMakeUpForOneAnother() {
        assertThat(balance("-483.50").isSettled()).isTrue();
        assertThat(balance("-483.49").isSettled()).isFalse();
    }

    @Test
    void writesDownOnlyAmountsAboveZero() {
        assertThatThrownBy(() -> new Movement(TODAY, Part.FEE, LineKind.CHARGE, nok("0.00")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Movement(TODAY, Part.FEE, LineKind.REFUND, nok("1.00")).effect())
                .isEqualTo(nok("1.00"));
        assertThat(new Movement(TODAY, Part.FEE, LineKind.WAIVER, nok("1.00")).effect())
                .isEqualTo(nok("-1.00"));
    }

    @Test
    void readsTheOrderOfApplicationThatItWrote() {
        ApplicationOrder order = ApplicationOrder.of(Part.FEE, Part.PRINCIPAL);

        assertThat(order).hasToString("FEE,PRINCIPAL,INTEREST,COMPENSATION,COSTS");
        assertThat(ApplicationOrder.parse(order.toString())).isEqualTo(order);
        assertThatThrownBy(() -> ApplicationOrder.of(Part.FEE, Part.FEE)).hasMessageContaining("name each once");
    }

    private static Balance balance(String principal) {
        return new Balance(nok(principal), nok("38.00"), nok("5.50"), nok("430.00"), nok("10.00"), nok("99.00"), TODAY);
    }

    private static Money nok(String amount) {
        return Money.parse("NOK " + amount);
    }
}
