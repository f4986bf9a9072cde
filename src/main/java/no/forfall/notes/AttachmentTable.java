package no.forfall.notes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.forfall.shared.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of files; their contents lie apart. */
@Repository
class AttachmentTable {

    private static final String ATTACHMENT =
            "select id, case_number, note_id, dispute_id, name, kind, size, sha256, scan,"
                    + " in_evidence, added_by, added_at from app.attachment";

    private final JdbcClient jdbc;

    AttachmentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Attachment file, byte[] content) {
        jdbc.sql("insert into app.attachment (id, case_number, note_id, dispute_id, name, kind, size, sha256, scan,"
                        + " in_evidence, added_by, added_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        file.id(),
                        file.caseNumber().value(),
                        file.noteId(),
                        file.disputeId(),
                        file.name(),
                        file.kind().name(),
                        file.size(),
                        file.sha256(),
                        file.scan().name(),
                        file.inEvidence(),
                        file.addedBy(),
                        Timestamp.from(file.addedAt()))
                .update();
        jdbc.sql("insert into app.attachment_content (attachment_id, content) values (?, ?)")
                .params(file.id(), content)
                .update();
    }

    /** The newest first; a case has no more than the settings allow. */
    List<Attachment> of(CaseNumber number) {
        return jdbc.sql(ATTACHMENT + " where case_number = ? order by added_at desc, id limit 1000")
                .param(number.value())
                .query(AttachmentTable::row)
                .list();
    }

    Optional<Attachment> find(UUID id) {
        return jdbc.sql(ATTACHMENT + " where id = ?")
                .param(id)
                .query(AttachmentTable::row)
                .optional();
    }

    Optional<byte[]> content(UUID id) {
        return jdbc.sql("select content from app.attachment_content where attachment_id = ?")
                .param(id)
                .query(byte[].class)
                .optional();
    }

    void tick(UUID id, boolean inEvidence) {
        jdbc.sql("update app.attachment set in_evidence = ? where id = ?")
                .params(inEvidence, id)
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from app.attachment where id = ?").param(id).update();
    }

    List<UUID> waiting(int most) {
        return jdbc.sql(
                        "select id from app.attachment where scan = 'WAITING' order by scan_tried_at nulls first limit ?")
                .param(most)
                .query(UUID.class)
                .list();
    }

    void tried(UUID id, Instant now) {
        jdbc.sql("update app.attachment set scan_tried_at = ? where id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    /** False when somebody else was quicker. */
    boolean decide(UUID id, Attachment.Scan scan) {
        boolean first = jdbc.sql("update app.attachment set scan = ? where id = ? and scan = 'WAITING'")
                        .params(scan.name(), id)
                        .update()
                == 1;
        if (first && scan == Attachment.Scan.REFUSED) {
            jdbc.sql("delete from app.attachment_content where attachment_id = ?")
                    .param(id)
                    .update();
        }
        return first;
    }

    private static Attachment row(ResultSet row, int number) throws SQLException {
        return new Attachment(
                row.getObject("id", UUID.class),
                new CaseNumber(row.getString("case_number")),
                row.getObject("note_id", Long.class),
                row.getObject("dispute_id", UUID.class),
                row.getString("name"),
                FileKind.valueOf(row.getString("kind")),
                row.getLong("size"),
                row.getString("sha256"),
                Attachment.Scan.valueOf(row.getString("scan")),
                row.getBoolean("in_evidence"),
                row.getString("added_by"),
                row.getTimestamp("added_at").toInstant());
    }
}
