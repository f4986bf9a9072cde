package no.forfall.notes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of notes and of what they said before. */
@Repository
class NoteTable {

    private static final String NOTE =
            "select id, case_number, words, author, written_at, corrected_at, pinned, in_evidence, erased_at from app.note";

    private static final int MOST_VERSIONS = 200;

    private final JdbcClient jdbc;

    NoteTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(CaseNumber number, String text, String author, Instant now) {
        return jdbc.sql(
                        "insert into app.note (case_number, words, author, written_at) values (?, ?, ?, ?) returning id")
                .params(number.value(), text, author, Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    Optional<Note> lock(CaseNumber number, long id) {
        return jdbc.sql(NOTE + " where id = ? and case_number = ? for update")
                .params(id, number.value())
                .query(NoteTable::row)
                .optional();
    }

    void correct(Note note, String text, Instant now) {
        jdbc.sql("insert into app.note_version (note_id, words, replaced_at) values (?, ?, ?)")
                .params(note.id(), note.text(), Timestamp.from(now))
                .update();
        jdbc.sql("update app.note set words = ?, corrected_at = ? where id = ?")
                .params(text, Timestamp.from(now), note.id())
                .update();
    }

    void erase(long id, String person, Instant now) {
        jdbc.sql("delete from app.note_version where note_id = ?").param(id).update();
        jdbc.sql("update app.note set words = null, pinned = false, in_evidence = false, erased_at = ?, erased_by = ?"
                        + " where id = ?")
                .params(Timestamp.from(now), person, id)
                .update();
    }

    void mark(long id, boolean pinned, boolean inEvidence) {
        jdbc.sql("update app.note set pinned = ?, in_evidence = ? where id = ?")
                .params(pinned, inEvidence, id)
                .update();
    }

    List<Note> newest(CaseNumber number, int most) {
        return jdbc.sql(NOTE + " where case_number = ? order by id desc limit ?")
                .params(number.value(), most)
                .query(NoteTable::row)
                .list();
    }

    List<Note> pinned(CaseNumber number, int most) {
        return jdbc.sql(NOTE + " where case_number = ? and pinned order by id desc limit ?")
                .params(number.value(), most)
                .query(NoteTable::row)
                .list();
    }

    List<Note> among(Collection<Long> ids) {
        return jdbc.sql(NOTE + " where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(NoteTable::row)
                .list();
    }

    Map<Long, List<Note.Version>> versions(Collection<Long> ids) {
        Map<Long, List<Note.Version>> versions = new HashMap<>();
        jdbc.sql("select note_id, words, replaced_at from app.note_version where note_id = any(:ids)"
                        + " order by replaced_at desc limit " + MOST_VERSIONS)
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    versions.computeIfAbsent(row.getLong("note_id"), first -> new ArrayList<>())
                            .add(new Note.Version(
                                    row.getString("words"),
                                    row.getTimestamp("replaced_at").toInstant()));
                });
        return versions;
    }

    long count(CaseNumber number) {
        return jdbc.sql("select count(*) from app.note where case_number = ?")
                .param(number.value())
                .query(Long.class)
                .single();
    }

    private static Note row(ResultSet row, int number) throws SQLException {
        return new Note(
                row.getLong("id"),
                new CaseNumber(row.getString("case_number")),
                row.getString("words"),
                row.getString("author"),
                row.getTimestamp("written_at").toInstant(),
                moment(row, "corrected_at"),
                row.getBoolean("pinned"),
                row.getBoolean("in_evidence"),
                moment(row, "erased_at"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
