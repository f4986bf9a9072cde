package no.forfall.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.forfall.home.ForfallHome;
import no.forfall.intake.reading.ColumnsMissing;
import no.forfall.intake.reading.Content;
import no.forfall.intake.reading.CsvField;
import no.forfall.intake.reading.CsvFile;
import no.forfall.intake.reading.CsvLine;
import no.forfall.intake.reading.CsvMapping;
import no.forfall.intake.reading.FieldRefused;
import no.forfall.shared.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Takes files, has them read by the importer of their kind, and keeps the reports. */
@Service
public class Imports {

    private final Map<String, Importer> importers;
    private final CsvMappings mappings;
    private final WaitingFiles waiting;
    private final RefusedLines refusedLines;
    private final ForfallHome home;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Imports(
            List<Importer> importers,
            CsvMappings mappings,
            WaitingFiles waiting,
            RefusedLines refusedLines,
            ForfallHome home,
            JdbcClient jdbc,
            ObjectMapper json,
            Clock clock) {
        this.importers = importers.stream().collect(Collectors.toMap(Importer::kind, Function.identity()));
        this.mappings = mappings;
        this.waiting = waiting;
        this.refusedLines = refusedLines;
        this.home = home;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** As the one with a mapping, for bytes that are not on disk under a path of ours, and with the mapping that fits. */
    public ImportReport receive(String kind, InputStream bytes, String name, String sender) {
        return receive(kind, bytes, name, sender, null);
    }

    /** As {@link #receive(String, IncomingFile, String)}, for bytes that are not on disk under a path of ours. */
    public ImportReport receive(String kind, InputStream bytes, String name, String sender, @Nullable String mapping) {
        return copied(kind, bytes, name, sender, file -> receive(kind, file, mapping));
    }

    /**
     * What became of a file that a person brought in.
     *
     * @param report null while it waits
     * @param waiting null when it was read
     */
    public record Received(
            @Nullable ImportReport report, @Nullable UUID waiting) {}

    /** The same, but a CSV file with columns that nobody has named yet waits for its sender. */
    public Received receiveOrWait(
            String kind, InputStream bytes, String name, String sender, @Nullable String mapping) {
        return copied(kind, bytes, name, sender, file -> {
            try {
                return new Received(read(kind, file, mapping), null);
            } catch (ColumnsMissing unnamed) {
                return new Received(null, waiting.keep(kind, file));
            } catch (FileRefused refusal) {
                throw kept(kind, file, refusal);
            }
        });
    }

    /** The same, but every CSV file waits, also one whose columns somebody has named before. */
    public Received letWait(String kind, InputStream bytes, String name, String sender) {
        return copied(kind, bytes, name, sender, file -> {
            try {
                return Content.of(file) == Content.CSV
                        ? new Received(null, waiting.keep(kind, file))
                        : new Received(read(kind, file, null), null);
            } catch (FileRefused refusal) {
                throw kept(kind, file, refusal);
            }
        });
    }

    private <T> T copied(String kind, InputStream bytes, String name, String sender, Function<IncomingFile, T> work) {
        try {
            Path copy = Files.createTempFile(home.folder("incoming"), kind, ".part");
            try {
                return work.apply(IncomingFile.copy(bytes, copy, name, sender));
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + name + " cannot be read", e);
        }
    }

    /**
     * Imports a file and keeps its report. Must not be called inside a transaction: lines are committed one by one.
     *
     * @param mapping the name of the one for a CSV file; null: the file's own when it has one, else one that was saved for
     *     the same columns
     * @throws FileRefused when the file is broken as a whole; that is kept too
     * @throws NoSuchElementException when there is no such kind
     */
    public ImportReport receive(String kind, IncomingFile file, @Nullable String mapping) {
        try {
            return read(kind, file, mapping);
        } catch (FileRefused refusal) {
            throw kept(kind, file, refusal);
        }
    }

    private ImportReport read(String kind, IncomingFile file, @Nullable String mapping) {
        Importer importer = importer(kind);
        IncomingFile mapped = mappings.onto(kind, file, mapping);
        ImportReport plain = importer.read(mapped);
        ImportReport report = mapped.mapping() == null ? plain : plain.inTheWordsOf(mapped.mapping());
        long id = keep(kind, file, report.accepted(), report.known(), report.refused(), report);
        return report.kept(id, refusedLines.keep(id, mapped, importer, report));
    }

    private FileRefused kept(String kind, IncomingFile file, FileRefused refusal) {
        keep(kind, file, 0, 0, 1, new Refusal(refusal.reason(), refusal.mend()));
        return refusal;
    }

    private Importer importer(String kind) {
        Importer importer = importers.get(kind);
        if (importer == null) {
            throw new NoSuchElementException("There is no import of " + kind);
        }
        return importer;
    }

    /** What a line of a CSV file of that kind may say, the needed first. */
    public List<CsvField> csvFields(String kind) {
        return importer(kind).csvFields();
    }

    /**
     * What would become of a line.
     *
     * @param values as they are read; empty when nothing could be
     * @param refusal null when it would be taken
     */
    public record Attempt(
            int line, Map<String, String> values, @Nullable Finding refusal) {}

    /**
     * Tells what would become of the first lines of a CSV file with a mapping. Changes nothing.
     *
     * @throws FileRefused when the file is broken as a whole
     */
    public List<Attempt> tryOut(String kind, IncomingFile file, CsvMapping mapping, int most) {
        Importer importer = importer(kind);
        List<Attempt> attempts = new ArrayList<>();
        new CsvFile(file.with(mapping), importer.csvFields())
                .forFirst(
                        most,
                        line -> attempts.add(attempt(importer, line, mapping)),
                        bad -> attempts.add(
                                new Attempt(Objects.requireNonNull(bad.line()), Map.of(), bad.with(mapping))));
        return attempts;
    }

    private static Attempt attempt(Importer importer, CsvLine line, CsvMapping mapping) {
        try {
            importer.tryOut(line);
            return new Attempt(line.number(), line.values(), null);
        } catch (FieldRefused refused) {
            return new Attempt(
                    line.number(), line.values(), refused.at(line.number()).with(mapping));
        }
    }

    private record Refusal(LocalText reason, LocalText mend) {}

    private long keep(String kind, IncomingFile file, long accepted, long known, long refused, Object report) {
        return jdbc.sql("insert into app.import_file (kind, name, sender, at, sha256, accepted, known, refused, report)"
                        + " values (:kind, :name, :sender, :at, :sha, :accepted, :known, :refused, cast(:report as jsonb))"
                        + " returning id")
                .param("kind", kind)
                .param("name", file.name())
                .param("sender", file.sender())
                .param("at", Timestamp.from(clock.instant()))
                .param("sha", file.sha256())
                .param("accepted", accepted)
                .param("known", known)
                .param("refused", refused)
                .param("report", text(report))
                .query(Long.class)
                .single();
    }

    /** A report as JSON, its sentences in all three languages. */
    String text(Object report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The last imports, newest first. */
    public List<KeptImport> last(int most) {
        return jdbc.sql("select * from app.import_file order by id desc limit ?")
                .param(most)
                .query(Imports::row)
                .list();
    }

    private static KeptImport row(ResultSet row, int number) throws SQLException {
        return new KeptImport(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("name"),
                row.getString("sender"),
                row.getTimestamp("at").toInstant(),
                row.getString("sha256"),
                row.getLong("accepted"),
                row.getLong("known"),
                row.getLong("refused"));
    }
}
