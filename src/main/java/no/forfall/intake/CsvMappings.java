package no.forfall.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import no.forfall.intake.reading.Content;
import no.forfall.intake.reading.CsvMapping;
import no.forfall.intake.reading.CsvRecords;
import no.forfall.intake.reading.CsvShape;
import no.forfall.intake.reading.Encoding;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The mappings that people have saved, by kind of file and name. */
@Service
public class CsvMappings {

    /** Also the name of a folder in the inbox; those of read and refused files are taken. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][^\\p{Cntrl}/\\\\:*?\"<>|]{0,59}");

    private static final Set<String> TAKEN = Set.of(InboxWatch.DONE, InboxWatch.REFUSED);

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    CsvMappings(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Whether a mapping may be called so: at most sixty characters that may stand in the name of a folder. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches()
                && !TAKEN.contains(name)
                && name.strip().equals(name);
    }

    /** Saves a mapping for files of a kind; one of the same name is replaced. */
    public void save(String kind, CsvMapping mapping, String person) {
        jdbc.sql("insert into app.csv_mapping (kind, name, definition, saved_by, at)"
                        + " values (:kind, :name, cast(:definition as jsonb), :person, :at)"
                        + " on conflict (kind, name) do update set definition = excluded.definition,"
                        + " saved_by = excluded.saved_by, at = excluded.at")
                .param("kind", kind)
                .param("name", mapping.name())
                .param("definition", text(mapping))
                .param("person", person)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * A mapping for files of a kind, as it was saved.
     *
     * @param by user name
     */
    public record Saved(String kind, CsvMapping mapping, String by, Instant at) {}

    /** By kind, then in alphabetical order. */
    public List<Saved> all() {
        return jdbc.sql("select kind, definition, saved_by, at from app.csv_mapping order by kind, lower(name), name")
                .query(this::saved)
                .list();
    }

    /** The one of that name for files of that kind. */
    public Optional<Saved> find(String kind, String name) {
        return jdbc.sql("select kind, definition, saved_by, at from app.csv_mapping where kind = ? and name = ?")
                .params(kind, name)
                .query(this::saved)
                .optional();
    }

    private Saved saved(ResultSet row, int number) throws SQLException {
        return new Saved(
                row.getString("kind"),
                mapping(row.getString("definition")),
                row.getString("saved_by"),
                row.getTimestamp("at").toInstant());
    }

    /** @return false when there was none of that name */
    public boolean remove(String kind, String name) {
        return jdbc.sql("delete from app.csv_mapping where kind = ? and name = ?")
                        .params(kind, name)
                        .update()
                == 1;
    }

    /** In alphabetical order. */
    public List<String> names(String kind) {
        return jdbc.sql("select name from app.csv_mapping where kind = ? order by lower(name)")
                .param(kind)
                .query(String.class)
                .list();
    }

    /** @throws FileRefused when no mapping for files of this kind is called so */
    public CsvMapping named(String kind, String name) {
        return find(kind, name)
                .map(Saved::mapping)
                .orElseThrow(() -> FileRefused.because("intake.mapping.unknown", name));
    }

    /**
     * The file with the mapping of that name, or without a name with one that was saved for the same columns.
     *
     * @throws FileRefused when there is no mapping of that name, or the file is neither XML nor text
     */
    IncomingFile onto(String kind, IncomingFile file, @Nullable String name) {
        if (file.mapping() != null || Content.of(file) != Content.CSV) {
            return file;
        }
        return name == null || name.isBlank()
                ? fitting(kind, file).map(file::with).orElse(file)
                : file.with(named(kind, name));
    }

    /** The mapping that was saved for the columns of the file; of several that with the most columns, then the newest. */
    public Optional<CsvMapping> fitting(String kind, IncomingFile file) {
        Map<Reading, Set<String>> columns = new HashMap<>();
        return jdbc
                .sql("select definition from app.csv_mapping where kind = ? order by at, name")
                .param(kind)
                .query(String.class)
                .list()
                .stream()
                .map(this::mapping)
                .filter(mapping -> mapping.shape().header())
                .filter(mapping -> columns.computeIfAbsent(
                                new Reading(
                                        mapping.shape().encoding(),
                                        mapping.shape().separator()),
                                unread -> columns(file, mapping.shape()))
                        .containsAll(mapping.header()))
                .reduce((one, next) -> next.header().size() >= one.header().size() ? next : one);
    }

    /** What of a shape decides how the columns are called; a file is looked at once for each. */
    private record Reading(@Nullable Encoding encoding, char separator) {}

    private static Set<String> columns(IncomingFile file, CsvShape shape) {
        try (CsvRecords records = CsvRecords.of(file, shape)) {
            return Set.copyOf(records.columns());
        } catch (FileRefused unlike) {
            return Set.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(CsvMapping mapping) {
        try {
            return json.writeValueAsString(mapping);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private CsvMapping mapping(String text) {
        try {
            return json.readValue(text, CsvMapping.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A saved mapping cannot be read", e);
        }
    }
}
