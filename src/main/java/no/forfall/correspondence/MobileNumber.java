package no.forfall.correspondence;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import no.forfall.shared.Country;
import org.jspecify.annotations.Nullable;

/**
 * Telephone numbers that take text messages, in the series that Norway and Sweden keep for mobile telephones (Nkom's and
 * PTS's numbering plans). A number of another country is none: nobody can tell by its digits.
 */
final class MobileNumber {

    private static final Pattern FORMATTING = Pattern.compile("[\\s()./\u00a0-]");
    private static final Map<Country, String> CODE = Map.of(Country.NO, "47", Country.SE, "46");
    private static final Map<Country, Pattern> MOBILE =
            Map.of(Country.NO, Pattern.compile("[49]\\d{7}"), Country.SE, Pattern.compile("7[02369]\\d{7}"));

    private MobileNumber() {}

    /**
     * The number in E.164.
     *
     * @param written as people write it, with or without the code of the country
     * @param home the country of a number without code
     */
    static Optional<String> of(@Nullable String written, Country home) {
        if (written == null) {
            return Optional.empty();
        }
        String digits = FORMATTING.matcher(written.replace("(0)", "")).replaceAll("");
        if (digits.startsWith("00")) {
            digits = "+" + digits.substring(2);
        }
        if (!digits.startsWith("+")) {
            return mobile(home, home == Country.SE ? digits.replaceFirst("^0", "") : digits);
        }
        for (Country country : Country.values()) {
            String code = "+" + CODE.get(country);
            if (digits.startsWith(code)) {
                return mobile(country, digits.substring(code.length()));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> mobile(Country country, String national) {
        return MOBILE.get(country).matcher(national).matches()
                ? Optional.of("+" + CODE.get(country) + national)
                : Optional.empty();
    }
}
