package no.forfall.receivables.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganisationNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "923609016, 923609016",
        "923 609 016, 923609016",
        "923\u00a0609\u00a0016, 923609016",
        "NO923609016MVA, 923609016",
        "no 923 609 016 mva, 923609016",
        "NO923609016, 923609016",
        "923609016MVA, 923609016",
        "556074-7551, 5560747551",
        "SE556074755101, 5560747551",
        "SE556074755102, SE556074755102",
        "GB 983.294, GB983294"
    })
    void bringsTheWaysOfWritingANumberToOne(String written, String plain) {
        assertThat(OrganisationNumbers.plain(written)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({"2021005521, true", "5560747551, false", "202100552, false", "923609016, false"})
    void knowsSwedishPublicBodiesByTheirFirstDigit(String plain, boolean isPublic) {
        assertThat(OrganisationNumbers.isSwedishPublic(plain)).isEqualTo(isPublic);
    }
}
