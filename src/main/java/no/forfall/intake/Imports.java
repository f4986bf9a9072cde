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
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.forfall.home.ForfallHome;
import no.forfall.shared.LocalText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Takes files, has them read by the importer of their kind, and keeps the reports. */
@Service
public class Imports {

    private final Map<String, Importer> importers;
    private final ForfallHome home;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Imports(List<Importer> importers, ForfallHome home, JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.importers = importers.stream().collect(Collectors.toMap(Importer::kind, Function.identity()));
        this.home = home;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** As {@link #receive(String, IncomingFile)}, for bytes that are not on disk under a path of ours. */
    public ImportReport receive(String kind, InputStream bytes, String name, String sender) {
        try {
            Path copy = Files.createTempFile(home.folder("incoming"), kind, ".part");
            try {
                return receive(kind, IncomingFile.copy(bytes, copy, name, sender));
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
     * @throws FileRefused when the file is broken as a whole; that is kept too
     * @throws NoSuchElementException when there is no such kind
     */
    public ImportReport receive(String kind, IncomingFile file) {
        Importer importer = importers.get(kind);
        if (importer == null) {
            throw new NoSuchElementException("There is no import of " + kind);
        }
        try {
            ImportReport report = importer.read(file);
            keep(kind, file, report.accepted(), report.known(), report.refused(), report);
            return report;
        } catch (FileRefused refusal) {
            keep(kind, file, 0, 0, 1, new Refusal(refusal.reason(), refusal.mend()));
            throw refusal;
        }
    }

    private record Refusal(LocalText reason, LocalText mend) {}

    private void keep(String kind, IncomingFile file, long accepted, long known, long refused, Object report) {
        jdbc.sql(
                        "insert into app.import_file (kind, name, sender, at, sha256, accepted, known, refused, report)"
                                + " values (:kind, :name, :sender, :at, :sha, :accepted, :known, :refused, cast(:report as jsonb))")
                .param("kind", kind)
                .param("name", file.name())
                .param("sender", file.sender())
                .param("at", Timestamp.from(clock.instant()))
                .param("sha", file.sha256())
                .param("accepted", accepted)
                .param("known", known)
                .param("refused", refused)
                .param("report", text(report))
                .update();
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
