package no.forfall.correspondence.text;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.joda.money.Money;

/** How a language writes amounts, rates and dates, and the fixed words of a letter. */
final class Formats {

    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final char MINUS = '\u2212';
    private static final Map<String, String> HOME_CURRENCY = Map.of("nb", "NOK", "sv", "SEK");
    private static final ResourceBundle.Control ENGLISH_WHEN_UNKNOWN =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale language;
    private final ResourceBundle labels;
    private final DateTimeFormatter date;
    private final DateTimeFormatter shortDate;

    /** @param language nb or sv; every other is written as English */
    Formats(Locale language) {
        this.language = language;
        this.labels = ResourceBundle.getBundle("messages.letters", language, ENGLISH_WHEN_UNKNOWN);
        this.date = DateTimeFormatter.ofPattern(label("date"), language);
        this.shortDate = DateTimeFormatter.ofPattern(label("shortDate"), language);
    }

    Locale language() {
        return language;
    }

    String label(String key, Object... values) {
        return values.length == 0
                ? labels.getString(key)
                : new MessageFormat(labels.getString(key), language).format(values);
    }

    String date(LocalDate day) {
        return date.format(day).replace(' ', NO_BREAK_SPACE);
    }

    String shortDate(LocalDate day) {
        return shortDate.format(day).replace(' ', NO_BREAK_SPACE);
    }

    /** The amount with its currency: {@code 12 500,00 kr} in the currency's own language, else with its code. */
    String money(Money money) {
        String number = number(money.getAmount(), "#,##0.00");
        String code = money.getCurrencyUnit().getCode();
        if (isEnglish()) {
            return code + NO_BREAK_SPACE + number;
        }
        return number + NO_BREAK_SPACE + (code.equals(HOME_CURRENCY.get(language.getLanguage())) ? "kr" : code);
    }

    String percent(BigDecimal percent) {
        return number(percent, "0.00") + (isEnglish() ? "" : NO_BREAK_SPACE) + "%";
    }

    /** In what words a reason of an objection is told. */
    String objection(String reason) {
        String key = "objection." + reason;
        return label(labels.containsKey(key) ? key : "objection.OTHER");
    }

    private String number(BigDecimal value, String pattern) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setDecimalSeparator(isEnglish() ? '.' : ',');
        symbols.setGroupingSeparator(isEnglish() ? ',' : NO_BREAK_SPACE);
        symbols.setMinusSign(MINUS);
        return new DecimalFormat(pattern, symbols).format(value);
    }

    private boolean isEnglish() {
        return language.getLanguage().equals("en");
    }
}
