package no.forfall.correspondence.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.forfall.correspondence.LetterText;
import no.forfall.correspondence.LetterType;
import no.forfall.shared.OncePerTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The texts of letters that were written here, in all their versions. */
@Repository
public class TextTable implements WrittenHere {

    private final JdbcClient jdbc;
    private final OncePerTransaction<String, Map<String, Integer>> newest = new OncePerTransaction<>();

    TextTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int newest(LetterType type, String language) {
        return newest.of("all", this::readNewest).getOrDefault(type + "/" + language, 0);
    }

    private Map<String, Integer> readNewest() {
        Map<String, Integer> versions = new HashMap<>();
        jdbc.sql("select type, language, max(version) as version from app.letter_text where state = 'PUBLISHED'"
                        + " group by type, language")
                .query(row -> {
                    versions.put(row.getString("type") + "/" + row.getString("language"), row.getInt("version"));
                });
        return versions;
    }

    @Override
    public String source(LetterType type, String language, int version) {
        return find(type, language, version).orElseThrow().source();
    }

    public Optional<LetterText> find(LetterType type, String language, int version) {
        return jdbc.sql("select * from app.letter_text where type = ? and language = ? and version = ?")
                .params(type.name(), language, version)
                .query(TextTable::row)
                .optional();
    }

    /** All versions, newest first, at most a hundred. */
    public List<LetterText> history(LetterType type, String language) {
        return jdbc.sql("select * from app.letter_text where type = ? and language = ? order by version desc limit 100")
                .params(type.name(), language)
                .query(TextTable::row)
                .list();
    }

    /** Keeps the next version. Two at once get different ones, or the second fails. */
    public int add(LetterText text) {
        newest.forget("all");
        return jdbc.sql(
                        "insert into app.letter_text (type, language, version, source, note, author, at, state, findings)"
                                + " select :type, :language, coalesce(max(version), 0) + 1, :source, :note, :author, :at, :state,"
                                + " :findings from app.letter_text where type = :type and language = :language returning version")
                .param("type", text.type().name())
                .param("language", text.language())
                .param("source", text.source())
                .param("note", text.note())
                .param("author", text.author())
                .param("at", Timestamp.from(text.at()))
                .param("state", text.state().name())
                .param("findings", text.findings())
                .query(Integer.class)
                .single();
    }

    /** Settles a version that waits; false when it does not wait any more. */
    public boolean settle(LetterText text, LetterText.State state, String person) {
        newest.forget("all");
        return jdbc.sql("update app.letter_text set state = ?, decided_by = ? where type = ? and language = ?"
                                + " and version = ? and state = 'WAITING'")
                        .params(state.name(), person, text.type().name(), text.language(), text.version())
                        .update()
                == 1;
    }

    private static LetterText row(ResultSet row, int number) throws SQLException {
        @Nullable String decidedBy = row.getString("decided_by");
        return new LetterText(
                LetterType.valueOf(row.getString("type")),
                row.getString("language"),
                row.getInt("version"),
                row.getString("source"),
                row.getString("note"),
                row.getString("author"),
                row.getTimestamp("at").toInstant(),
                LetterText.State.valueOf(row.getString("state")),
                row.getString("findings"),
                decidedBy);
    }
}
