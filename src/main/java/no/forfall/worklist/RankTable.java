package no.forfall.worklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The points of the items, what they are counted from, and which are to be counted anew. */
@Repository
class RankTable {

    private static final String OPEN = "select id, case_number, facts from app.work_item where done_at is null and ";
    private static final String FREE = " limit ? for no key update skip locked";

    private static final String WRITE = "update app.work_item w set facts = cast(v.facts as jsonb), points = v.points,"
            + " parts = cast(v.parts as jsonb), ranked_by = v.version, rank_again_on = v.again,"
            + " woken_at = case when w.woken_by is null then null else coalesce(w.woken_at, ?) end"
            + " from unnest(?, ?, ?, ?, ?, ?) as v(id, facts, points, parts, version, again) where w.id = v.id";

    private static final String GATHER = """
            select w.id, w.case_number, w.kind, w.due, w.opened_at, w.open_principal, w.invoice_due_on, i.currency,
                   coalesce(e.open, 0) as exposure
            from app.work_item w
            join app.collection_case c on c.number = w.case_number
            join app.invoice i on i.id = c.invoice_id
            left join app.debtor_exposure e on e.debtor_id = i.debtor_id and e.currency = i.currency
            where w.id = any(?)
            """;

    private static final int MOST_FETCHED = 2_000;

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final ObjectReader partsReader;
    private final ObjectReader factsReader;

    RankTable(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.partsReader = json.readerFor(new TypeReference<Map<OrderFact, Integer>>() {});
        this.factsReader = json.readerFor(ItemFacts.class);
    }

    /** An item that is locked until the transaction ends; {@code facts} is null when it was never counted. */
    record Taken(String id, CaseNumber caseNumber, @Nullable ItemFacts facts) {}

    /** Those of which something has changed since their facts were gathered. */
    List<Taken> changed(int most) {
        return jdbc.query(OPEN + "ranked_by = 0" + FREE, this::taken, most);
    }

    /** Those whose points, or what nobody told, may be others from today. */
    List<Taken> dueOn(LocalDate today, int version, int most) {
        return jdbc.query(
                OPEN + "ranked_by = ? and rank_again_on <= ?" + FREE, this::taken, version, Date.valueOf(today), most);
    }

    /** Those that were ranked by an older edition of the weights. */
    List<Taken> rankedBefore(int version, int most) {
        return jdbc.query(OPEN + "ranked_by > 0 and ranked_by < ?" + FREE, this::taken, version, most);
    }

    private Taken taken(ResultSet row, int number) throws SQLException {
        String facts = row.getString("facts");
        return new Taken(
                row.getString("id"), new CaseNumber(row.getString("case_number")), facts == null ? null : facts(facts));
    }

    /** What the list's own tables know of an item. */
    record Known(
            String id,
            CaseNumber caseNumber,
            boolean standing,
            @Nullable LocalDate workDueOn,
            LocalDate openedOn,
            BigDecimal amount,
            LocalDate invoiceDueOn,
            String currency,
            BigDecimal exposure) {}

    List<Known> gather(Collection<String> ids) {
        return jdbc.query(GATHER, RankTable::known, (Object) ids.toArray(String[]::new));
    }

    private static Known known(ResultSet row, int number) throws SQLException {
        Timestamp due = row.getTimestamp("due");
        return new Known(
                row.getString("id"),
                new CaseNumber(row.getString("case_number")),
                !row.getString("kind").equals(WorkItem.Kind.STEP.name()),
                due == null ? null : day(due),
                day(row.getTimestamp("opened_at")),
                row.getBigDecimal("open_principal"),
                row.getObject("invoice_due_on", LocalDate.class),
                row.getString("currency"),
                row.getBigDecimal("exposure"));
    }

    /** The day in Oslo, which is the day in Stockholm too. */
    private static LocalDate day(Timestamp moment) {
        return LocalDate.ofInstant(moment.toInstant(), Country.NO.zone());
    }

    /** An item as it is to stand in the list. */
    record Ranked(String id, ItemFacts facts, Map<OrderFact, Integer> parts, LocalDate again) {}

    /** @param now the moment at which what a payment woke is said to be awake */
    void write(List<Ranked> ranked, int version, Instant now) {
        jdbc.update(
                WRITE,
                Timestamp.from(now),
                ranked.stream().map(Ranked::id).toArray(String[]::new),
                ranked.stream().map(each -> written(each.facts())).toArray(String[]::new),
                ranked.stream().map(each -> Weights.sum(each.parts())).toArray(Integer[]::new),
                ranked.stream().map(each -> written(each.parts())).toArray(String[]::new),
                ranked.stream().map(each -> version).toArray(Integer[]::new),
                ranked.stream().map(each -> Date.valueOf(each.again())).toArray(Date[]::new));
    }

    interface Open {
        void item(String id, @Nullable Instant due, Instant openedAt, ItemFacts facts);
    }

    /** Hands over every open item that was counted, in any order, without holding them all. */
    void eachOpen(Open open) {
        jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(
                            "select id, due, opened_at, facts from app.work_item where done_at is null and facts is not null");
                    statement.setFetchSize(MOST_FETCHED);
                    return statement;
                },
                row -> {
                    Timestamp due = row.getTimestamp("due");
                    open.item(
                            row.getString("id"),
                            due == null ? null : due.toInstant(),
                            row.getTimestamp("opened_at").toInstant(),
                            facts(row.getString("facts")));
                });
    }

    /** Has the items of some cases counted anew. */
    void mark(List<CaseNumber> cases) {
        jdbc.update("update app.work_item set ranked_by = 0 where case_number = any(?) and done_at is null", (Object)
                cases.stream().map(CaseNumber::value).distinct().toArray(String[]::new));
    }

    /** The parts of a row, in the order in which they are shown: the most first. */
    Map<OrderFact, Integer> parts(String parts) {
        return Weights.largestFirst(this.<Map<OrderFact, Integer>>read(parts, partsReader));
    }

    ItemFacts facts(String facts) {
        return read(facts, factsReader);
    }

    private <T> T read(String text, ObjectReader reader) {
        try {
            return reader.readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What an item's points are made of is not readable", e);
        }
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What an item's points are made of cannot be kept", e);
        }
    }
}
