package no.forfall.law;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.forfall.shared.Country;

/**
 * A file of dated law data, read strictly: a line that is not understood stops the start and is named. Blank lines and
 * lines beginning with # are skipped; cells hold no commas.
 */
record DataFile(List<Line> lines) {

    /** Reads a file that lies beside this class. */
    static DataFile load(String name, String header) {
        try (var stream = Objects.requireNonNull(DataFile.class.getResourceAsStream(name), name);
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return parse(name, header, reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException when the header or the number of cells in a line is another */
    static DataFile parse(String name, String header, List<String> text) {
        var columns = header.split(",").length;
        var lines = new ArrayList<Line>();
        boolean headerSeen = false;
        for (int i = 0; i < text.size(); i++) {
            if (text.get(i).isBlank() || text.get(i).startsWith("#")) {
                continue;
            }
            var line = new Line(name, i + 1, List.of(text.get(i).split(",", -1)));
            if (!headerSeen && !text.get(i).equals(header)) {
                throw line.invalid("the header is not " + header);
            }
            if (line.cells().size() != columns) {
                throw line.invalid(
                        "expected " + columns + " cells, found " + line.cells().size());
            }
            if (headerSeen) {
                lines.add(line);
            }
            headerSeen = true;
        }
        return new DataFile(List.copyOf(lines));
    }

    record Line(String file, int number, List<String> cells) {

        String text(int cell) {
            return cells.get(cell);
        }

        Country country(int cell) {
            try {
                return Country.valueOf(text(cell));
            } catch (IllegalArgumentException e) {
                throw invalid("not a country: " + text(cell));
            }
        }

        LocalDate date(int cell) {
            try {
                return LocalDate.parse(text(cell));
            } catch (DateTimeParseException e) {
                throw invalid("not a date: " + text(cell));
            }
        }

        BigDecimal number(int cell) {
            try {
                return new BigDecimal(text(cell));
            } catch (NumberFormatException e) {
                throw invalid("not a number: " + text(cell));
            }
        }

        IllegalStateException invalid(String why) {
            return new IllegalStateException(file + ", line " + number + ": " + why);
        }
    }
}
