package no.forfall.ui;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text for a cell of a file that people open in a spreadsheet. */
public final class SpreadsheetText {

    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d[\\d .,\u00a0\u202f]*");

    private SpreadsheetText() {}

    /** What a spreadsheet would run as a formula is marked as text, unless it is a plain number; null stays null. */
    public static @Nullable String of(@Nullable String text) {
        return text != null
                        && FORMULA.matcher(text).matches()
                        && !NUMBER.matcher(text).matches()
                ? "'" + text
                : text;
    }
}
