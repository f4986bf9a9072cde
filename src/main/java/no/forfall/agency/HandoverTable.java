package no.forfall.agency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.OncePerTransaction;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HandoverTable {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final OncePerTransaction<CaseNumber, List<Handover>> known = new OncePerTransaction<>();

    HandoverTable(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Keeps a package, in place of one that an earlier attempt has made under the same key. */
    void keep(UUID id, CaseNumber caseNumber, String agency, Money principal, String content, Instant now) {
        known.forget();
        jdbc.sql("""
                        insert into app.handover
                            (id, case_number, agency, principal, currency, package, state, prepared_at)
                        values (:id, :case, :agency, :principal, :currency, cast(:package as json), 'PREPARED', :now)
                        on conflict (id) do update set agency = excluded.agency, package = excluded.package,
                            restated = handover.restated or handover.principal <> excluded.principal,
                            principal = excluded.principal, prepared_at = excluded.prepared_at
                        """)
                .param("id", id)
                .param("case", caseNumber.value())
                .param("agency", agency)
                .param("principal", principal.getAmount())
                .param("currency", principal.getCurrencyUnit().getCode())
                .param("package", content)
                .param("now", Timestamp.from(now))
                .update();
    }

    boolean isRestated(UUID id) {
        return jdbc.sql("select restated from app.handover where id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    void arrived(UUID id, Instant now) {
        known.forget();
        jdbc.sql("update app.handover set handed_over_at = :now,"
                        + " state = case state when 'PREPARED' then 'OUT' else state end where id = :id")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    void move(UUID id, HandoverState state) {
        known.forget();
        jdbc.sql("update app.handover set state = ? where id = ?")
                .params(state.name(), id)
                .update();
    }

    void callBack(UUID id, String reason) {
        known.forget();
        jdbc.sql("update app.handover set state = 'WITHDRAWING', withdrawal = ? where id = ?")
                .params(reason, id)
                .update();
    }

    /** Those of the cases that an agency has, or has settled. */
    List<CaseNumber> takenAmong(Collection<CaseNumber> caseNumbers) {
        return jdbc.sql("select distinct case_number from app.handover where state in ('OUT', 'SETTLED')"
                        + " and case_number = any(:cases)")
                .param("cases", caseNumbers.stream().map(CaseNumber::value).toArray(String[]::new))
                .query((row, number) -> new CaseNumber(row.getString(1)))
                .list();
    }

    Optional<Handover> find(UUID id) {
        return jdbc.sql("select * from app.handover where id = ?")
                .param(id)
                .query(this::row)
                .optional();
    }

    /** Without the agency's answers, oldest first. */
    List<Handover> of(CaseNumber caseNumber) {
        return known.of(
                caseNumber, () -> jdbc.sql("select * from app.handover where case_number = ? order by prepared_at, id")
                        .param(caseNumber.value())
                        .query(this::row)
                        .list());
    }

    /** The newest hand-over of the case that has reached an agency. */
    Optional<Handover> newest(CaseNumber caseNumber) {
        return of(caseNumber).stream()
                .filter(handover -> handover.handedOverAt() != null)
                .reduce((older, newer) -> newer);
    }

    private Handover row(ResultSet row, int number) throws SQLException {
        Timestamp handedOver = row.getTimestamp("handed_over_at");
        UUID id = row.getObject("id", UUID.class);
        return new Handover(
                id,
                new CaseNumber(row.getString("case_number")),
                row.getString("agency"),
                row.getBigDecimal("principal"),
                row.getString("currency"),
                HandoverState.valueOf(row.getString("state")),
                row.getString("withdrawal"),
                row.getTimestamp("prepared_at").toInstant(),
                handedOver == null ? null : handedOver.toInstant(),
                tree(row.getString("package")),
                List.of());
    }

    private JsonNode tree(String text) throws SQLException {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new SQLException("A package is not readable", e);
        }
    }
}
