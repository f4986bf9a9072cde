package no.forfall.correspondence.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A letter as plain text, lines no longer than a mail reader likes. */
final class PlainText {

    private static final int WIDTH = 72;
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\uFFFE\\uFFFF]+");

    private PlainText() {}

    /** A name or description from outside as one line of characters that every document can hold. */
    static String clean(String text) {
        return UNFIT.matcher(text).replaceAll(" ");
    }

    static String of(Sheet sheet) {
        return sheet.blocks().stream().map(block -> block(sheet, block)).collect(Collectors.joining("\n\n", "", "\n\n"))
                + "-- \n" + clean(sheet.footer()) + "\n"
                + sheet.details().stream()
                        .map(row -> row.label() + ": " + clean(row.value()))
                        .collect(Collectors.joining(", "))
                + "\n";
    }

    private static String block(Sheet sheet, Block block) {
        if (block.amounts() != null) {
            return table(block.amounts());
        }
        if (block.payment() != null) {
            Sheet.Way link = sheet.link();
            return table(block.payment())
                    + (link == null ? "" : "\n\n" + wrap(link.caption(), "") + "\n" + link.address());
        }
        return block.text().stream().map(line -> wrap(line, "")).collect(Collectors.joining("\n"));
    }

    private static String table(Table table) {
        List<Row> rows = Stream.concat(table.rows().stream(), Stream.ofNullable(table.total()))
                .toList();
        int width = rows.stream().mapToInt(row -> row.value().length()).max().orElse(0);
        return rows.stream()
                .map(row -> "  " + pad(clean(row.label()), WIDTH - width - 4) + " " + left(clean(row.value()), width)
                        + row.notes().stream()
                                .map(note -> "\n" + wrap("    " + note, "    "))
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String left(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    private static String wrap(String text, String indent) {
        StringBuilder lines = new StringBuilder();
        int column = 0;
        for (String word : text.split("(?<=\\S) +")) {
            if (column > 0 && column + 1 + word.length() > WIDTH) {
                lines.append('\n').append(indent);
                column = indent.length();
            } else if (column > 0) {
                lines.append(' ');
                column++;
            }
            lines.append(word);
            column += word.length();
        }
        return lines.toString();
    }
}
