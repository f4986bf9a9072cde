package no.forfall.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import no.forfall.intake.reading.CsvFile;
import no.forfall.intake.reading.CsvMapping;
import no.forfall.intake.reading.CsvRecords;
import no.forfall.intake.reading.FieldRefused;
import no.forfall.shared.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Keeps the refused lines of CSV files as they stood there, so that people can mend them: at most the five hundred that the
 * report names and about four million characters of a file, for thirty days.
 */
@Service
public class RefusedLines {

    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int MOST_CHARACTERS = 4_000_000;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    RefusedLines(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param number of the line in the file
     * @param cells as the file has them; one with the whole line when it could not be divided
     */
    public record Line(
            int number,
            List<String> cells,
            LocalText reason,
            @Nullable LocalText mend) {}

    /**
     * @param columns as the file calls them
     * @param more how many refused lines are not among these
     */
    public record Refused(List<String> columns, List<Line> lines, long more) {}

    /** Keeps what was refused of a file; nothing when it is no CSV file or no line was refused. */
    boolean keep(long importId, IncomingFile file, Importer importer, ImportReport report) {
        Map<Integer, Finding> refused = report.findings().stream()
                .filter(finding -> finding.refused() && finding.line() != null)
                .collect(Collectors.toMap(Finding::line, Function.identity(), (first, second) -> first));
        if (refused.isEmpty() || !new CsvFile(file, importer.csvFields()).hasItsColumns()) {
            return false;
        }
        Refused lines = read(file, refused, report.refused());
        jdbc.sql("insert into app.refused_lines (import_id, lines) values (?, cast(? as jsonb))")
                .params(importId, text(lines))
                .update();
        return true;
    }

    private static Refused read(IncomingFile file, Map<Integer, Finding> refused, long all) {
        CsvMapping mapping = file.mapping();
        List<Line> lines = new ArrayList<>();
        long left = MOST_CHARACTERS;
        try (CsvRecords records = CsvRecords.of(file, mapping == null ? null : mapping.shape())) {
            for (List<String> cells = next(records); cells != null && left > 0 && lines.size() < refused.size(); ) {
                Finding finding = refused.get(records.number());
                if (finding != null) {
                    lines.add(new Line(records.number(), cells, finding.reason(), finding.mend()));
                    left -= cells.stream().mapToInt(String::length).sum();
                }
                cells = next(records);
            }
            return new Refused(records.columns(), lines, all - lines.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable List<String> next(CsvRecords records) throws IOException {
        try {
            CsvRecords.Row row = records.next();
            return row == null ? null : row.cells();
        } catch (FieldRefused undivided) {
            return List.of(records.line().replaceAll("\\p{Cntrl}", " "));
        }
    }

    /** What was refused of an import, or nothing when nothing is kept. */
    public Optional<Refused> of(long importId) {
        return jdbc.sql("select lines from app.refused_lines where import_id = ?")
                .param(importId)
                .query(String.class)
                .optional()
                .map(this::refused);
    }

    @Scheduled(fixedDelayString = "${forfall.intake.clean-every:PT1H}")
    @SchedulerLock(name = "refused-lines")
    void round() {
        removeOld();
    }

    void removeOld() {
        jdbc.sql("delete from app.refused_lines where import_id in" + " (select id from app.import_file where at <= ?)")
                .param(Timestamp.from(clock.instant().minus(LONGEST)))
                .update();
    }

    private String text(Refused lines) {
        try {
            return json.writeValueAsString(lines);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Refused refused(String text) {
        try {
            return json.readValue(text, Refused.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
