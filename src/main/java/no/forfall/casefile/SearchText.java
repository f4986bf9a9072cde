package no.forfall.casefile;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody typed into the one search box, and what it may mean. */
record SearchText(String text) {

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}([.,]\\d{1,2})?");
    private static final Pattern ENGLISH_THOUSANDS = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d{1,2})?");

    SearchText {
        text = text.strip();
    }

    /** The digits alone: numbers are typed with and without spaces and hyphens. */
    String digits() {
        return text.replaceAll("\\D", "");
    }

    /** Enough digits for the number of an organisation or a telephone. */
    boolean isLongNumber() {
        return digits().length() >= 8;
    }

    /** For {@code like}: whatever has the text anywhere in it. */
    String pattern() {
        return "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    /** An amount in major units, typed in the way of any of the three languages. */
    Optional<BigDecimal> amount() {
        String figures = text.replaceAll("[\\s\\u00a0\\u202f]|kr|NOK|SEK|EUR", "");
        if (ENGLISH_THOUSANDS.matcher(figures).matches()) {
            figures = figures.replace(",", "");
        }
        return AMOUNT.matcher(figures).matches()
                ? Optional.of(new BigDecimal(figures.replace(',', '.')))
                : Optional.empty();
    }
}
