package no.forfall.intake.reading;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One record of a CSV file. Every getter refuses what it cannot read with a {@link FieldRefused} that names the column.
 *
 * @param number of its first line, the header being line 1
 * @param values by column, stripped; absent when empty
 * @param names how the file calls a column, where not as we do
 */
public record CsvLine(int number, Map<String, String> values, Map<String, String> names) {

    public CsvLine(int number, Map<String, String> values) {
        this(number, values, Map.of());
    }

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern NORDIC = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");

    /** The text of a column, or null when it is empty. */
    public @Nullable String text(String column, int longest) {
        String value = values.get(column);
        if (value != null && value.length() > longest) {
            throw new FieldRefused(column, "intake.field.long", names.getOrDefault(column, column), longest);
        }
        return value;
    }

    public String required(String column, int longest) {
        String value = text(column, longest);
        if (value == null) {
            throw new FieldRefused(column, "intake.field.missing", names.getOrDefault(column, column));
        }
        return value;
    }

    /** A local date, written 2026-03-24 or 24.03.2026. */
    public LocalDate date(String column) {
        String text = required(column, 60);
        Matcher iso = ISO.matcher(text);
        Matcher nordic = NORDIC.matcher(text);
        try {
            if (iso.matches()) {
                return date(iso.group(1), iso.group(2), iso.group(3));
            }
            if (nordic.matches()) {
                return date(nordic.group(3), nordic.group(2), nordic.group(1));
            }
        } catch (DateTimeException noSuchDay) {
            throw new FieldRefused(column, "intake.date.unreadable", text);
        }
        throw new FieldRefused(column, "intake.date.unreadable", text);
    }

    private static LocalDate date(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    /** An amount in major units with the currency of another column, which may be empty where there is a default. */
    public Money money(String column, String currencyColumn, @Nullable CurrencyUnit otherwise) {
        BigDecimal amount = Amounts.parse(column, required(column, 60));
        String code = otherwise == null ? required(currencyColumn, 60) : text(currencyColumn, 60);
        try {
            CurrencyUnit currency = code == null ? otherwise : CurrencyUnit.of(code.toUpperCase(Locale.ROOT));
            return Money.of(java.util.Objects.requireNonNull(currency), amount);
        } catch (IllegalCurrencyException unknown) {
            throw new FieldRefused(currencyColumn, "intake.currency.unknown", code);
        } catch (ArithmeticException tooManyDecimals) {
            throw new FieldRefused(column, "intake.amount.unreadable", values.get(column));
        }
    }

    /** One of the words of an enumeration in any case, or the default when the column is empty. */
    public <E extends Enum<E>> E oneOf(String column, Class<E> words, E otherwise) {
        String text = text(column, 60);
        if (text == null) {
            return otherwise;
        }
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new FieldRefused(
                        column,
                        "intake.word.unknown",
                        text,
                        String.join(
                                ", ",
                                Arrays.stream(words.getEnumConstants())
                                        .map(word -> word.name().toLowerCase(Locale.ROOT))
                                        .toList())));
    }
}
