package no.forfall.correspondence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Seals letters when they leave, each over the one of its case before it, so that nothing of them can be changed, put
 * between or taken away unseen. Cases are locked meanwhile: two letters of a case never follow the same one.
 */
@Component
class LetterSeals {

    /** What is sealed, in this order. What a later version adds begins a text of another version. */
    private static final List<String> FIELDS = List.of(
            "id",
            "case_number",
            "type",
            "legal_step",
            "channel",
            "sender",
            "recipient",
            "language",
            "dated",
            "deadline",
            "prepared",
            "state",
            "sent",
            "receipt",
            "currency",
            "principal",
            "fee",
            "interest",
            "compensation",
            "costs",
            "new_fee",
            "new_interest",
            "new_compensation",
            "subject",
            "text",
            "html",
            "terms",
            "basis");

    /** The database digests the documents, since their bytes are there. */
    private static final String LETTERS = """
            select l.*, to_char(l.prepared_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as prepared,
                   to_char(l.sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as sent,
                   (select string_agg(d.kind || ' ' || encode(sha256(d.content), 'hex'), ',' order by d.kind)
                    from app.letter_document d where d.letter_id = l.id) as documents,
                   p.seal_number as previous_number, p.seal as previous_seal
            from app.letter l left join lateral (
                select b.seal_number, b.seal from app.letter b where b.case_number = l.case_number
                  and (l.seal_number is null or b.seal_number < l.seal_number) and b.seal is not null
                order by b.seal_number desc limit 1) p on true
            """;

    private final JdbcClient jdbc;

    LetterSeals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A letter that has just left, and how its receiver confirmed that. */
    record Leaving(UUID id, String receipt) {}

    /** The seals of letters that leave now, in the order in which they leave. */
    List<Seal> of(List<Leaving> leaving) {
        Map<UUID, Row> rows = new HashMap<>();
        jdbc.sql(LETTERS + " where l.id in (:ids)")
                .param("ids", leaving.stream().map(Leaving::id).toList())
                .query(LetterSeals::row)
                .list()
                .forEach(row -> rows.put(row.id(), row));
        Map<String, Seal> last = new HashMap<>();
        List<Seal> seals = new ArrayList<>();
        for (Leaving letter : leaving) {
            Row row = Objects.requireNonNull(rows.get(letter.id()));
            row.fields().put("state", LetterState.SENT.name());
            row.fields().put("sent", row.fields().get("prepared"));
            row.fields().put("receipt", letter.receipt());
            Seal before = last.get(row.caseNumber());
            Seal seal = before == null
                    ? new Seal(row.previousNumber() + 1, row.previousSeal(), row.fields(), row.documents())
                    : new Seal(before.number() + 1, before.value(), row.fields(), row.documents());
            last.put(row.caseNumber(), seal);
            seals.add(seal);
        }
        return seals;
    }

    /**
     * A letter that was sealed.
     *
     * @param stored the seal that it was given
     * @param now what its seal would be, of what is there now
     */
    record Sealed(UUID id, CaseNumber caseNumber, String stored, Seal now) {

        boolean isWhole() {
            return stored.equals(now.value());
        }
    }

    /** The sealed letters of some cases, case by case, in the order in which they left. */
    List<Sealed> sealed(Collection<CaseNumber> cases) {
        return jdbc
                .sql(LETTERS + " where l.case_number in (:cases) and l.seal is not null"
                        + " order by l.case_number, l.seal_number")
                .param("cases", cases.stream().map(CaseNumber::value).toList())
                .query(LetterSeals::row)
                .list()
                .stream()
                .map(row -> new Sealed(
                        row.id(),
                        new CaseNumber(row.caseNumber()),
                        Objects.requireNonNull(row.seal()),
                        new Seal(row.number(), row.previousSeal(), row.fields(), row.documents())))
                .toList();
    }

    /** The letters of some cases that have left without a seal. */
    Map<UUID, CaseNumber> unsealed(Collection<CaseNumber> cases) {
        Map<UUID, CaseNumber> unsealed = new LinkedHashMap<>();
        jdbc.sql(
                        "select id, case_number from app.letter where state = 'SENT' and seal is null and case_number in (:cases)"
                                + " order by case_number, prepared_at")
                .param("cases", cases.stream().map(CaseNumber::value).toList())
                .query(row -> {
                    unsealed.put(row.getObject("id", UUID.class), new CaseNumber(row.getString("case_number")));
                });
        return unsealed;
    }

    private record Row(
            UUID id,
            String caseNumber,
            Map<String, @Nullable String> fields,
            Map<String, String> documents,
            int number,
            @Nullable String seal,
            int previousNumber,
            String previousSeal) {}

    private static Row row(ResultSet row, int at) throws SQLException {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        for (String field : FIELDS) {
            fields.put(field, row.getString(field));
        }
        Map<String, String> documents = new LinkedHashMap<>();
        String digests = row.getString("documents");
        for (String document : digests == null ? new String[0] : digests.split(",")) {
            documents.put(document.split(" ")[0], document.split(" ")[1]);
        }
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("case_number"),
                fields,
                documents,
                row.getInt("seal_number"),
                row.getString("seal"),
                row.getInt("previous_number"),
                Objects.requireNonNullElse(row.getString("previous_seal"), ""));
    }
}
