package no.forfall.api;

import org.jspecify.annotations.Nullable;

/** Text for a cell of a file that people open in a spreadsheet. */
public final class SpreadsheetText {

    private SpreadsheetText() {}

    /** What a spreadsheet would run as a formula is marked as text; null stays null. */
    public static @Nullable String of(@Nullable String text) {
        return text != null && text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
    }
}
