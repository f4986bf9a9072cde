package no.forfall.intake.reading;

import java.util.List;

/**
 * What a line of a CSV file may say.
 *
 * @param name the column's name in the files that need no mapping
 * @param needed whether a file must say it
 * @param sameForAll whether one value may hold for every line of a file
 * @param alsoCalled what other programs call it, in the languages of the house, in small letters
 */
public record CsvField(String name, Kind kind, boolean needed, boolean sameForAll, List<String> alsoCalled) {

    /** How a value is written: as it stands, as a day, or as an amount. */
    public enum Kind {
        TEXT,
        DATE,
        AMOUNT
    }

    public static CsvField text(String name, String... alsoCalled) {
        return new CsvField(name, Kind.TEXT, false, false, List.of(alsoCalled));
    }

    public static CsvField date(String name, String... alsoCalled) {
        return new CsvField(name, Kind.DATE, false, false, List.of(alsoCalled));
    }

    public static CsvField amount(String name, String... alsoCalled) {
        return new CsvField(name, Kind.AMOUNT, false, false, List.of(alsoCalled));
    }

    public CsvField mustBeSaid() {
        return new CsvField(name, kind, true, sameForAll, alsoCalled);
    }

    public CsvField mayHoldForAll() {
        return new CsvField(name, kind, needed, true, alsoCalled);
    }
}
