package no.forfall.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import no.forfall.shared.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Every import that was done, with its report. */
@Service
public class KeptImports {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    KeptImports(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    private record Refusal(LocalText reason, LocalText mend) {}

    /** @return the number of the import */
    long keep(String kind, IncomingFile file, ImportReport report) {
        return keep(kind, file, report.accepted(), report.known(), report.refused(), text(report));
    }

    /** The same for a file that was refused as a whole. */
    long keep(String kind, IncomingFile file, FileRefused refusal) {
        return keep(kind, file, 0, 0, 1, text(refusal));
    }

    private long keep(String kind, IncomingFile file, long accepted, long known, long refused, String report) {
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
                .param("report", report)
                .query(Long.class)
                .single();
    }

    /** A report as JSON, its sentences in all three languages. */
    String text(ImportReport report) {
        return write(report);
    }

    /** The same of a refusal. */
    String text(FileRefused refusal) {
        return write(new Refusal(refusal.reason(), refusal.mend()));
    }

    private String write(Object report) {
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
                .query(KeptImports::row)
                .list();
    }

    /**
     * What became of a file.
     *
     * @param report null when it was refused as a whole
     * @param refusal null when it was read
     */
    public record Outcome(
            KeptImport file,
            @Nullable ImportReport report,
            @Nullable FileRefused refusal) {}

    /** The import of that number. */
    public Optional<Outcome> find(long id) {
        return jdbc.sql("select f.*, exists (select from app.refused_lines r where r.import_id = f.id) as lines"
                        + " from app.import_file f where id = ?")
                .param(id)
                .query((row, number) -> outcome(row(row, number), row.getString("report"), row.getBoolean("lines")))
                .optional();
    }

    private Outcome outcome(KeptImport file, String report, boolean refusedLines) {
        try {
            JsonNode tree = json.readTree(report);
            if (tree.has("reason")) {
                Refusal refusal = json.treeToValue(tree, Refusal.class);
                return new Outcome(file, null, new FileRefused(refusal.reason(), refusal.mend()).keptAs(file.id()));
            }
            return new Outcome(file, json.treeToValue(tree, ImportReport.class).kept(file.id(), refusedLines), null);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The report of import " + file.id() + " cannot be read", e);
        }
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
