package no.forfall.payments.reading;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import no.forfall.intake.FileRefused;
import no.forfall.intake.reading.Sentence;
import no.forfall.shared.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A record of eighty characters. Positions count from one and both ends belong to the field, as in the specifications. A
 * field that cannot be read refuses the file.
 *
 * @param line counted from one
 */
record FixedRecord(int line, String text) {

    static final int LENGTH = 80;

    /** As it is written. */
    String at(int from, int to) {
        return text.substring(from - 1, to);
    }

    /** Without the blanks around it; null when there is nothing else. */
    @Nullable
    String text(int from, int to) {
        String field = at(from, to).strip();
        return field.isEmpty() ? null : field;
    }

    /** A number without sign, zeros before it. */
    long number(int from, int to) {
        return Long.parseLong(digits(from, to));
    }

    /** A number whose leading zeros count. */
    String digits(int from, int to) {
        String field = at(from, to);
        if (!field.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw unreadable(from, to);
        }
        return field;
    }

    LocalDate date(int from, int to, DateTimeFormatter format) {
        try {
            return LocalDate.parse(at(from, to), format);
        } catch (DateTimeException noDate) {
            throw unreadable(from, to);
        }
    }

    FileRefused unreadable(int from, int to) {
        return FileRefused.because("intake.fixed.field", line, from, to, at(from, to));
    }

    FileRefused unexpected() {
        return FileRefused.because("intake.fixed.record", line, at(1, 8).strip());
    }

    /** Refuses the file when what this record says is not what the file has. */
    void mustCount(LocalText what, long told, long counted) {
        if (told != counted) {
            throw FileRefused.because("intake.fixed.total", line, what, told, counted);
        }
    }

    /** The same for a sum in minor units. */
    void mustSum(long told, long counted) {
        if (told != counted) {
            LocalText what = Sentence.of("intake.fixed.sum");
            throw FileRefused.because("intake.fixed.total", line, what, major(told), major(counted));
        }
    }

    private static String major(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }

    Place place() {
        return Place.line(line);
    }
}
