package no.forfall.intake.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.forfall.intake.RefusedLines.Line;
import no.forfall.intake.RefusedLines.Refused;
import no.forfall.intake.reading.Sentence;
import no.forfall.shared.LocalText;
import no.forfall.ui.SpreadsheetText;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Refused lines as a file for a spreadsheet: their own columns, then reason and mend. A cell that a spreadsheet would take
 * for a formula gets an apostrophe before it, unless it is a plain number.
 */
final class RefusedCsv {

    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setDelimiter(';').get();

    private RefusedCsv() {}

    static void write(Refused refused, Locale language, Appendable out) throws IOException {
        out.append(BYTE_ORDER_MARK);
        CSVPrinter printer = new CSVPrinter(out, FORMAT);
        int width = refused.columns().size();
        printer.printRecord(row(
                refused.columns(),
                width,
                Sentence.of("intake.refused.reason"),
                Sentence.of("intake.refused.mend"),
                language));
        for (Line line : refused.lines()) {
            LocalText mend = line.mend() == null ? new LocalText("", "", "") : line.mend();
            printer.printRecord(row(line.cells(), width, line.reason(), mend, language));
        }
        if (refused.more() > 0) {
            LocalText more = Sentence.of("intake.refused.more", refused.more());
            printer.printRecord(row(List.of(), width, more, Sentence.of("intake.refused.more.mend"), language));
        }
        printer.flush();
    }

    private static List<String> row(List<String> cells, int width, LocalText reason, LocalText mend, Locale language) {
        List<String> row = new ArrayList<>(cells);
        while (row.size() < width) {
            row.add("");
        }
        row.add(reason.in(language));
        row.add(mend.in(language));
        return row.stream().map(SpreadsheetText::of).toList();
    }
}
