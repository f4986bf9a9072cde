package no.forfall.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import no.forfall.shared.Country;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MobileNumberTest {

    @ParameterizedTest
    @CsvSource({
        "412 34 567, NO, +4741234567",
        "+47 912 34 567, SE, +4791234567",
        "0047 91234567, NO, +4791234567",
        "070-123 45 67, SE, +46701234567",
        "+46 (0)70 123 45 67, NO, +46701234567",
        "+46 76 123 45 67, NO, +46761234567",
        "77 00 11 22, NO, ",
        "08-12 00 34, SE, ",
        "+45 20 12 34 56, NO, ",
        "4123456, NO, ",
        "41234567 / 98765432, NO, ",
        "call me, NO, ",
        "'', NO, ",
        ", NO, "
    })
    void isAMobileNumberOfTheTwoCountriesInE164(String written, Country home, String number) {
        assertThat(MobileNumber.of(written, home).orElse(null)).isEqualTo(number);
    }
}
