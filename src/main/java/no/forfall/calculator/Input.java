package no.forfall.calculator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a question and gathers what is wrong with them, so that all of it is told at once. A field that is
 * wrong is read as some harmless value; {@link #check} ends the reading before it is used.
 */
final class Input {

    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(12);
    private static final int OLDEST = 1900;
    private static final int LATEST = 2200;

    private final List<BadInput.Fault> faults = new ArrayList<>();

    /** @throws BadInput when a field was wrong */
    void check() {
        if (!faults.isEmpty()) {
            throw new BadInput(faults);
        }
    }

    void wrong(String field, String kind) {
        faults.add(new BadInput.Fault(field, kind));
    }

    <T extends Enum<T>> T choice(String field, Class<T> type, @Nullable String text, @Nullable T absent) {
        if (isAbsent(text)) {
            return orMissing(field, absent, type.getEnumConstants()[0]);
        }
        try {
            return Enum.valueOf(type, text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            wrong(field, "choice." + type.getSimpleName());
            return type.getEnumConstants()[0];
        }
    }

    LocalDate date(String field, @Nullable String text, @Nullable LocalDate absent) {
        if (isAbsent(text)) {
            return orMissing(field, absent, LocalDate.EPOCH);
        }
        try {
            var date = LocalDate.parse(text.strip());
            if (date.getYear() >= OLDEST && date.getYear() < LATEST) {
                return date;
            }
        } catch (DateTimeParseException unreadable) {
            // told below
        }
        wrong(field, "date");
        return LocalDate.EPOCH;
    }

    @Nullable
    LocalDate dateOrNone(String field, @Nullable String text) {
        return isAbsent(text) ? null : date(field, text, null);
    }

    void homeCurrency(String field, Country country, @Nullable String text) {
        if (!isAbsent(text) && !country.currency().getCode().equalsIgnoreCase(text.strip())) {
            wrong(field, "currency." + country);
        }
    }

    Money positive(String field, Country country, @Nullable String text) {
        var amount = amount(field, country, text, null);
        if (amount.signum() <= 0
                && faults.stream().noneMatch(fault -> fault.field().equals(field))) {
            wrong(field, "positive");
        }
        return Money.of(country.currency(), amount);
    }

    Money zeroOrMore(String field, Country country, @Nullable String text) {
        var amount = amount(field, country, text, BigDecimal.ZERO);
        if (amount.signum() < 0) {
            wrong(field, "negative");
        }
        return Money.of(country.currency(), amount);
    }

    private BigDecimal amount(String field, Country country, @Nullable String text, @Nullable BigDecimal absent) {
        if (isAbsent(text)) {
            return orMissing(field, absent, BigDecimal.ZERO);
        }
        BigDecimal amount;
        try {
            amount = text.length() > 40 ? LIMIT : new BigDecimal(text.strip());
        } catch (NumberFormatException unreadable) {
            wrong(field, "amount");
            return BigDecimal.ZERO;
        }
        if (amount.signum() == 0) {
            return BigDecimal.ZERO;
        }
        if (amount.precision() - amount.scale() > 12) {
            wrong(field, "large");
            return BigDecimal.ZERO;
        }
        if (amount.stripTrailingZeros().scale() > country.currency().getDecimalPlaces()) {
            wrong(field, "decimals");
            return BigDecimal.ZERO;
        }
        return amount.setScale(country.currency().getDecimalPlaces());
    }

    static boolean isAbsent(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private <T> T orMissing(String field, @Nullable T absent, T harmless) {
        if (absent == null) {
            wrong(field, "missing");
            return harmless;
        }
        return absent;
    }
}
