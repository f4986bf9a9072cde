package no.forfall.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234.50|1234.50",
                "1 234,50|1234.50",
                "1\u00a0234\u00a0567,5|1234567.5",
                "1.234,50|1234.50",
                "1,234.50|1234.50",
                "1.234.567|1234567",
                "12|12",
                "0,05|0.05",
                "-250,00|-250.00",
                "\u2212250,00|-250.00"
            })
    void readsWhatCanBeReadInOneWayOnly(String written, String amount) {
        assertThat(Amounts.parse("amount", written)).isEqualByComparingTo(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234", "1,234", "12.500"})
    void refusesWhatCanBeReadInTwoWays(String written) {
        assertThatThrownBy(() -> Amounts.parse("amount", written))
                .isInstanceOf(FieldRefused.class)
                .hasMessage("intake.amount.ambiguous");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12,3456", "1.23.456,00", "1 23,00", "abc", "1e5", "12,50 kr", "--1"})
    void refusesWhatIsNoAmount(String written) {
        assertThatThrownBy(() -> Amounts.parse("amount", written))
                .isInstanceOf(FieldRefused.class)
                .hasMessage("intake.amount.unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000000", "-1000000000000.00", "1.000.000.000.000,00", "99999999999999999"})
    void refusesWhatIsTooLarge(String written) {
        assertThatThrownBy(() -> Amounts.parse("amount", written))
                .isInstanceOf(FieldRefused.class)
                .hasMessage("intake.amount.large");
    }

    @Test
    void readsTheLargestAmount() {
        assertThat(Amounts.parse("amount", "999999999999,99")).isEqualByComparingTo("999999999999.99");
    }
}
