package no.forfall.worklist.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import no.forfall.api.Listing;
import no.forfall.identity.CurrentPerson;
import no.forfall.shared.Country;
import no.forfall.ui.SpreadsheetText;
import no.forfall.worklist.bulk.BulkCount;
import no.forfall.worklist.bulk.BulkRow;
import no.forfall.worklist.bulk.BulkRun;
import no.forfall.worklist.bulk.BulkRuns;
import no.forfall.worklist.bulk.RowState;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** How far a run is: for its page, for the part of the page that is asked for again and again, and as a file. */
@Controller
class BulkProgress {

    /** Tells htmx to ask no more. */
    private static final int ASK_NO_MORE = 286;

    private static final int ROWS = 50;
    private static final int ROWS_OF_A_FILE = 1_000;
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setHeader("row", "case", "debtor", "step", "result", "reason")
            .get();

    private final BulkRuns runs;
    private final BulkWords words;

    BulkProgress(BulkRuns runs, BulkWords words) {
        this.runs = runs;
        this.words = words;
    }

    /**
     * A run in figures.
     *
     * @param waits rows that are not done; once it was stopped, those that stay so
     * @param percent of the rows that are done, left out or failed
     */
    record Shown(
            long id,
            String title,
            String person,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String stoppedBy,
            boolean running,
            boolean own,
            int chosen,
            long done,
            long left,
            long failed,
            long waits,
            int percent,
            List<BulkWords.Group> groups) {}

    Shown of(BulkRun run, Locale language) {
        List<BulkCount> counts = runs.results(run);
        long waits = BulkWords.sum(counts, RowState.WAITS);
        return new Shown(
                run.id(),
                words.title(run, Objects.requireNonNull(run.order()), language),
                words.name(run.person()),
                Objects.requireNonNull(run.startedAt()),
                run.endedAt(),
                run.stoppedBy() == null ? null : words.name(run.stoppedBy()),
                run.isRunning(),
                run.person().equals(CurrentPerson.name()),
                run.chosen(),
                BulkWords.sum(counts, RowState.DONE),
                BulkWords.sum(counts, RowState.LEFT),
                BulkWords.sum(counts, RowState.FAILED),
                waits,
                run.chosen() == 0 ? 100 : (int) ((run.chosen() - waits) * 100 / run.chosen()),
                words.groups(counts, RowState.LEFT, language));
    }

    void show(BulkRun run, @Nullable RowState state, int page, Model model, Locale language) {
        Shown shown = of(run, language);
        long total = state == null
                ? shown.chosen()
                : switch (state) {
                    case WAITS -> shown.waits();
                    case DONE -> shown.done();
                    case LEFT -> shown.left();
                    case FAILED -> shown.failed();
                };
        List<BulkWords.Row> rows =
                words.rows(runs.rows(run, state, page * ROWS, ROWS), waiting(run, language), language);
        model.addAttribute("run", shown);
        model.addAttribute("state", state == null ? "" : state.name());
        model.addAttribute("rows", rows);
        model.addAttribute("page", new Listing<>(rows, page, ROWS, total).pager());
        model.addAttribute(
                "pageBase", "/worklist/bulk/" + run.id() + "?" + (state == null ? "" : "state=" + state + "&"));
    }

    private String waiting(BulkRun run, Locale language) {
        return words.text(run.stoppedAt() == null ? "bulk.row.WAITS" : "bulk.row.stopped", language);
    }

    @GetMapping("/worklist/bulk/{id}/progress")
    String progress(@PathVariable long id, Model model, HttpServletResponse response, Locale language) {
        BulkRun run = runs.get(id);
        if (run.startedAt() == null) {
            return "redirect:/worklist/bulk/" + id;
        }
        show(run, null, 0, model, language);
        model.addAttribute("zone", Country.NO.zone());
        model.addAttribute("polled", true);
        if (!run.isRunning()) {
            response.setStatus(ASK_NO_MORE);
        }
        return "worklist/bulk-run :: polled";
    }

    @GetMapping("/worklist/bulk/{id}/rows.csv")
    void file(@PathVariable long id, HttpServletResponse response, Locale language) throws IOException {
        BulkRun run = runs.get(id);
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"run-" + id + ".csv\"");
        try (CSVPrinter printer = new CSVPrinter(response.getWriter(), FORMAT)) {
            List<BulkRow> rows = runs.rowsAfter(run, 0, ROWS_OF_A_FILE);
            while (!rows.isEmpty()) {
                for (BulkWords.Row row : words.rows(rows, "", language)) {
                    print(printer, row);
                }
                rows = runs.rowsAfter(run, rows.get(rows.size() - 1).place(), ROWS_OF_A_FILE);
            }
        }
    }

    private static void print(CSVPrinter printer, BulkWords.Row row) throws IOException {
        printer.printRecord(
                row.place(),
                row.caseNumber(),
                SpreadsheetText.of(row.debtor()),
                SpreadsheetText.of(row.step()),
                row.state(),
                row.refused() ? SpreadsheetText.of(row.text()) : "");
    }
}
