package no.forfall.intake.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** How the days of a file are written. Those with a year of two digits lie in this century. */
public enum DateFormat {
    NORDIC("dd.MM.yyyy", "d.M.uuuu"),
    ISO("yyyy-MM-dd", "uuuu-MM-dd"),
    SLASHES("dd/MM/yyyy", "d/M/uuuu"),
    DASHES("dd-MM-yyyy", "d-M-uuuu"),
    AMERICAN("MM/dd/yyyy", "M/d/uuuu"),
    ISO_SLASHES("yyyy/MM/dd", "uuuu/M/d"),
    ISO_POINTS("yyyy.MM.dd", "uuuu.M.d"),
    NORDIC_SHORT("dd.MM.yy", "d.M.uu"),
    SLASHES_SHORT("dd/MM/yy", "d/M/uu"),
    ISO_SHORT("yy-MM-dd", "uu-MM-dd"),
    COMPACT("yyyyMMdd", "uuuuMMdd"),
    COMPACT_NORDIC("ddMMyyyy", "ddMMuuuu"),
    COMPACT_SHORT("yyMMdd", "uuMMdd"),
    COMPACT_NORDIC_SHORT("ddMMyy", "ddMMuu");

    private final String label;
    private final DateTimeFormatter formatter;

    DateFormat(String label, String pattern) {
        this.label = label;
        this.formatter = DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }

    /** As people write it down, such as dd.MM.yyyy. */
    public String label() {
        return label;
    }

    /** Whether it may be recognised by values alone: four digits for the year, and a sign between the parts. */
    boolean isPlain() {
        return ordinal() < NORDIC_SHORT.ordinal();
    }

    /** The day, or nothing where the text is not written so or there is no such day. A time of day behind it is left out. */
    Optional<LocalDate> read(String text) {
        try {
            return Optional.of(LocalDate.parse(text.replaceFirst("[ T]\\d{1,2}:\\d{2}(:\\d{2})?$", ""), formatter));
        } catch (DateTimeException notSo) {
            return Optional.empty();
        }
    }
}
