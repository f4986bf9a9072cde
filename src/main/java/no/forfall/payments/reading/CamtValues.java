package no.forfall.payments.reading;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import no.forfall.intake.FileRefused;
import no.forfall.intake.reading.XmlStream;
import no.forfall.shared.Country;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;

/** Reads the values of camt elements; one that cannot be read refuses the file, with its line. */
final class CamtValues {

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(\\.\\d{1,2}0{0,3})?");
    private static final Pattern SUM = Pattern.compile("\\d{1,16}(\\.\\d{1,17})?");
    private static final Pattern COUNT = Pattern.compile("\\d{1,15}");
    private static final int DATE = 10;

    private CamtValues() {}

    /** In major units, below 10^12 and never negative; the direction is an element of its own. */
    static Money money(XmlStream xml) {
        String currency = xml.attribute("Ccy");
        String name = xml.name();
        String text = matching(AMOUNT, xml);
        try {
            return Money.of(CurrencyUnit.of(String.valueOf(currency)), new BigDecimal(text).stripTrailingZeros());
        } catch (IllegalCurrencyException | ArithmeticException unknown) {
            throw unreadable(xml, name, currency + " " + text);
        }
    }

    static BigDecimal sum(XmlStream xml) {
        return new BigDecimal(matching(SUM, xml));
    }

    static long count(XmlStream xml) {
        return Long.parseLong(matching(COUNT, xml));
    }

    /** Whether the money came in. */
    static boolean isCredit(XmlStream xml) {
        String name = xml.name();
        String text = xml.text();
        return switch (text) {
            case "CRDT" -> true;
            case "DBIT" -> false;
            default -> throw unreadable(xml, name, text);
        };
    }

    /** A date, or the date of a moment where the bank is; one with an offset becomes the date in Norway and Sweden. */
    static LocalDate date(XmlStream xml) {
        String name = xml.name();
        String text = xml.text();
        try {
            int time = text.indexOf('T');
            if (time < 0) {
                return LocalDate.parse(text.substring(0, Math.min(DATE, text.length())));
            }
            boolean hasOffset = text.endsWith("Z") || text.lastIndexOf('+') > time || text.lastIndexOf('-') > time;
            return hasOffset
                    ? OffsetDateTime.parse(text)
                            .atZoneSameInstant(Country.NO.zone())
                            .toLocalDate()
                    : LocalDateTime.parse(text).toLocalDate();
        } catch (DateTimeException noDate) {
            throw unreadable(xml, name, text);
        }
    }

    private static String matching(Pattern pattern, XmlStream xml) {
        String name = xml.name();
        String text = xml.text();
        if (!pattern.matcher(text).matches()) {
            throw unreadable(xml, name, text);
        }
        return text;
    }

    private static FileRefused unreadable(XmlStream xml, String name, String text) {
        String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
        return FileRefused.because("intake.camt.field", name, xml.line(), shown);
    }
}
