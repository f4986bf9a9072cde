package no.forfall.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

class LetterLinksTest {

    private static LetterLinks house(String publicUrl) {
        return new LetterLinks(
                new JdbcTemplate(), new LetterSettings(null, 14, 3, false, 90, Set.of()), publicUrl, Clock.systemUTC());
    }

    @Test
    void noTwoLettersHaveTheSameAddress() {
        LetterLinks links = house("https://pay.example.com/");
        assertThat(IntStream.range(0, 1000).mapToObj(i -> links.address(LetterType.FEE_REMINDER)))
                .doesNotHaveDuplicates()
                .allSatisfy(address -> assertThat(address).matches("https://pay\\.example\\.com/p/[A-Za-z0-9_-]{43}"));
    }

    @ParameterizedTest
    @EnumSource(LetterType.class)
    void namesAPageWherePaymentIsAskedForOrAgreedOn(LetterType type) {
        boolean names = type.demands()
                || Set.of("PROMISE_CONFIRMATION", "PLAN_PROPOSAL", "PLAN_CONFIRMATION")
                        .contains(type.name());
        assertThat(Objects.nonNull(house("https://pay.example.com").address(type)))
                .isEqualTo(names);
    }

    @Test
    void namesNoneInAHouseWithoutAPublicAddress() {
        assertThat(house(" ").address(LetterType.FEE_REMINDER)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pay.example.com", "ftp://pay.example.com", "https://", "https://pay.example.com?x=1"})
    void saysWhatIsWrongWithAnAddressThatIsNone(String address) {
        assertThatThrownBy(() -> house(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("forfall.public-url", address, "https://pay.example.com");
    }
}
