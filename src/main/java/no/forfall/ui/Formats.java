package no.forfall.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Writes amounts, dates and numbers as people of the request's language write them; templates reach it as
 * {@code @formats}. An absent value is written as a dash.
 */
@Component("formats")
public class Formats {

    /** Pages count no further than this: beyond it nobody leafs, and counting costs more than the page itself. */
    public static final int COUNTED = 10_000;

    private static final String NOTHING = "–";
    private static final char NARROW_SPACE = '\u202f';
    private static final char NO_BREAK_SPACE = '\u00a0';

    private final MessageSource messages;
    private final Clock clock;

    Formats(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** The amount with its currency, in major units: {@code 12 500,00 kr} in Norwegian, {@code NOK 12,500.00} in English. */
    public String amount(@Nullable Money amount) {
        if (amount == null) {
            return NOTHING;
        }
        return currencyLeads()
                ? currency(amount) + NO_BREAK_SPACE + figures(amount)
                : figures(amount) + NO_BREAK_SPACE + currency(amount);
    }

    /** The amount rounded half up to whole major units, with its currency: {@code 12 500 kr}, {@code NOK 12,500}. */
    public String roundedAmount(Money amount) {
        return currencyLeads()
                ? currency(amount) + NO_BREAK_SPACE + roundedFigures(amount)
                : roundedFigures(amount) + NO_BREAK_SPACE + currency(amount);
    }

    /** The figures of an amount alone, in major units with the decimals of its currency. */
    public String figures(@Nullable Money amount) {
        return amount == null ? NOTHING : decimal(amount.getAmount(), amount.getScale());
    }

    /** The figures of an amount rounded half up to whole major units, where the cents would only be noise. */
    public String roundedFigures(@Nullable Money amount) {
        return amount == null ? NOTHING : decimal(amount.getAmount().setScale(0, RoundingMode.HALF_UP), 0);
    }

    /** The sign of an amount's currency: {@code kr} for the home currency of the language, else the ISO code. */
    public String currency(@Nullable Money amount) {
        if (amount == null) {
            return "";
        }
        String code = amount.getCurrencyUnit().getCode();
        return code.equals(homeCurrency()) ? "kr" : code;
    }

    /** Whether the language writes the currency before the figures. */
    public boolean currencyLeads() {
        return language().equals(Languages.ENGLISH);
    }

    /** A whole number with the language's grouping. */
    public String number(long number) {
        return decimal(BigDecimal.valueOf(number), 0);
    }

    /** How many a list holds: above {@link #COUNTED} as {@code 10 000+}. */
    public String count(long number) {
        return number > COUNTED ? number(COUNTED) + "+" : number(number);
    }

    /** A number with as many decimals as it has, trailing zeros left out: {@code 12,25}, {@code 0.05}. */
    public String decimals(@Nullable BigDecimal number) {
        return number == null
                ? NOTHING
                : decimal(number, Math.max(0, number.stripTrailingZeros().scale()));
    }

    /** A share between 0 and 1 as whole per cent, rounded half up. */
    public String percent(@Nullable BigDecimal share) {
        if (share == null) {
            return NOTHING;
        }
        BigDecimal percent = share.movePointRight(2).setScale(0, RoundingMode.HALF_UP);
        return decimal(percent, 0) + (currencyLeads() ? "" : NO_BREAK_SPACE) + "%";
    }

    /** A rate that is given in per cent, with all its decimals and two at least: {@code 12,25 %}. */
    public String rate(BigDecimal percent) {
        return decimal(percent, Math.max(2, percent.stripTrailingZeros().scale())) + NO_BREAK_SPACE + "%";
    }

    /** A date: {@code 24.03.2026} in Norwegian, {@code 2026-03-24} in Swedish, {@code 24 Mar 2026} in English. */
    public String date(@Nullable LocalDate date) {
        return date == null ? NOTHING : date.format(pattern("dd.MM.yyyy", "yyyy-MM-dd", "d MMM yyyy"));
    }

    /** A date for dense lists, without its year when that is the current one: {@code 24. mars}, {@code 24 Mar}. */
    public String shortDate(@Nullable LocalDate date) {
        return date == null || date.getYear() != LocalDate.now(clock).getYear()
                ? date(date)
                : date.format(pattern("d. MMM", "d MMM", "d MMM"));
    }

    /** A date with the name of its day, for where a date stands alone: {@code tirsdag 24. mars 2026}. */
    public String longDate(@Nullable LocalDate date) {
        return date == null
                ? NOTHING
                : date.format(pattern("EEEE d. MMMM yyyy", "EEEE d MMMM yyyy", "EEEE d MMMM yyyy"));
    }

    /** A date in words for sentences: {@code 2. september 2026}. */
    public String fullDate(@Nullable LocalDate date) {
        return date == null ? NOTHING : date.format(pattern("d. MMMM yyyy", "d MMMM yyyy", "d MMMM yyyy"));
    }

    /** The same without the year, where another date of that year follows: {@code 2. september}. */
    public String dayAndMonth(@Nullable LocalDate date) {
        return date == null ? NOTHING : date.format(pattern("d. MMMM", "d MMMM", "d MMMM"));
    }

    /** A date with the short name of its day: {@code tir. 24. mars 2026}. */
    public String dayDate(@Nullable LocalDate date) {
        return date == null ? NOTHING : date.format(pattern("EEE d. MMM yyyy", "EEE d MMM yyyy", "EEE d MMM yyyy"));
    }

    /** A moment to the minute as a clock in the given zone shows it. */
    public String dateTime(@Nullable Instant moment, ZoneId zone) {
        return moment == null
                ? NOTHING
                : moment.atZone(zone)
                        .format(pattern("dd.MM.yyyy 'kl.' HH:mm", "yyyy-MM-dd HH:mm", "d MMM yyyy, HH:mm"));
    }

    /** A number of days in words: {@code 1 dag}, {@code 14 dager}. */
    public String days(long days) {
        String key = Math.abs(days) == 1 ? "ui.days.one" : "ui.days.many";
        return messages.getMessage(key, new Object[] {number(days)}, language());
    }

    /** The language of the current request as a tag for {@code lang} attributes: nb, sv or en. */
    public String languageTag() {
        return language().toLanguageTag();
    }

    private static Locale language() {
        return Languages.closestTo(LocaleContextHolder.getLocale());
    }

    private static String homeCurrency() {
        Locale language = language();
        return language.equals(Languages.NORWEGIAN) ? "NOK" : language.equals(Languages.SWEDISH) ? "SEK" : "";
    }

    private static DateTimeFormatter pattern(String norwegian, String swedish, String english) {
        Locale language = language();
        if (language.equals(Languages.NORWEGIAN)) {
            return DateTimeFormatter.ofPattern(norwegian, language);
        }
        return language.equals(Languages.SWEDISH)
                ? DateTimeFormatter.ofPattern(swedish, language)
                : DateTimeFormatter.ofPattern(english, Locale.UK);
    }

    private static String decimal(BigDecimal number, int decimals) {
        boolean english = language().equals(Languages.ENGLISH);
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(english ? ',' : NARROW_SPACE);
        symbols.setDecimalSeparator(english ? '.' : ',');
        symbols.setMinusSign('−');
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }
}
