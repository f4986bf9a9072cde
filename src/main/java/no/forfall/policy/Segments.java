package no.forfall.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.forfall.engine.TableAnswer;
import no.forfall.engine.TableRow;
import no.forfall.engine.Tables;
import no.forfall.receivables.Debtor;
import no.forfall.receivables.Receivables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * In which way debtors pay late: what the table {@value #TABLE} answers when their behaviour is counted, and for a time what a
 * person says instead.
 */
@Service
@Transactional
public class Segments {

    public static final String TABLE = "segment";

    private static final Logger log = LoggerFactory.getLogger(Segments.class);

    private static final String KEEP = "insert into app.debtor_behaviour (debtor_id, segment, counted)"
            + " select * from unnest(?, ?, cast(? as jsonb[])) on conflict (debtor_id)"
            + " do update set segment = excluded.segment, counted = excluded.counted";

    private final Tables tables;
    private final Receivables receivables;
    private final Overrides overrides;
    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    Segments(Tables tables, Receivables receivables, Overrides overrides, JdbcTemplate jdbc, ObjectMapper json) {
        this.tables = tables;
        this.receivables = receivables;
        this.overrides = overrides;
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A debtor that was counted.
     *
     * @param before the segment it was in
     */
    public record Judged(Segment before, CountedSegment now) {

        public boolean changed() {
            return before != now.segment();
        }
    }

    /**
     * Asks the table about debtors and keeps what it answers, a few hundred at a time.
     *
     * @param debtors by their ids
     * @param today the day in the creditors' country
     */
    public Map<Long, Judged> judge(Map<Long, Behaviour> debtors, LocalDate today) {
        Map<Long, Segment> before = before(debtors.keySet().toArray(Long[]::new));
        Map<Behaviour, CountedSegment> answers = new HashMap<>();
        Map<Long, Judged> judged = new TreeMap<>();
        debtors.forEach((debtor, behaviour) -> judged.put(
                debtor,
                new Judged(
                        before.getOrDefault(debtor, Segment.NEW),
                        answers.computeIfAbsent(behaviour, each -> judge(each, today)))));
        List<CountedSegment> now = judged.values().stream().map(Judged::now).toList();
        jdbc.update(
                KEEP,
                judged.keySet().toArray(Long[]::new),
                now.stream().map(counted -> counted.segment().name()).toArray(String[]::new),
                now.stream().map(this::written).toArray(String[]::new));
        return judged;
    }

    private Map<Long, Segment> before(Long[] debtors) {
        Map<Long, Segment> before = new HashMap<>();
        jdbc.query(
                "select debtor_id, segment from app.debtor_behaviour where debtor_id = any(?)",
                row -> {
                    before.put(row.getLong("debtor_id"), Segment.valueOf(row.getString("segment")));
                },
                (Object) debtors);
        return before;
    }

    private CountedSegment judge(Behaviour behaviour, LocalDate today) {
        if (behaviour.spared()) {
            return new CountedSegment(Segment.NEW, today, behaviour, 0, 0, "");
        }
        TableAnswer answer = tables.ask(TABLE, behaviour.facts());
        TableRow row = answer.rows().stream().findFirst().orElse(new TableRow(0, ""));
        return new CountedSegment(
                segment(answer.outputs().get("segment")), today, behaviour, answer.version(), row.number(), row.note());
    }

    /** Debtors whom a table calls by a word that nobody knows are counted as unknown, so that the others are counted. */
    private static Segment segment(Object word) {
        return Arrays.stream(Segment.values())
                .filter(segment -> segment.name().equals(word))
                .findFirst()
                .orElseGet(() -> {
                    log.warn("The table {} answers {}, which is no segment", TABLE, word);
                    return Segment.NEW;
                });
    }

    /** What counts for the debtor of an invoice: what a person says, else what was counted, else {@link Segment#NEW}. */
    @Transactional(readOnly = true)
    public Segment of(long invoiceId, LocalDate today) {
        return correction(invoiceId, today)
                .map(PolicyOverride::segment)
                .orElseGet(() -> counted(receivables.invoice(invoiceId).debtor()));
    }

    private static Segment counted(Debtor debtor) {
        String behaviour = debtor.behaviour();
        return behaviour == null ? Segment.NEW : Segment.valueOf(behaviour);
    }

    /** What a person says of the customer of an invoice, as long as it holds. */
    @Transactional(readOnly = true)
    public Optional<PolicyOverride> correction(long invoiceId, LocalDate today) {
        return overrides.holding(OverrideKind.SEGMENT, invoiceId, today);
    }

    /** What was counted last for the debtor of an invoice, corrected or not; empty as long as nothing was. */
    @Transactional(readOnly = true)
    public Optional<CountedSegment> counted(long invoiceId) {
        return jdbc
                .query(
                        "select b.counted from app.debtor_behaviour b join app.invoice i on i.debtor_id = b.debtor_id"
                                + " where i.id = ?",
                        this::row,
                        invoiceId)
                .stream()
                .findFirst();
    }

    private String written(CountedSegment counted) {
        try {
            return json.writeValueAsString(counted);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A segment cannot be kept", e);
        }
    }

    private CountedSegment row(ResultSet row, int number) throws SQLException {
        try {
            return json.readValue(row.getString("counted"), CountedSegment.class);
        } catch (JsonProcessingException e) {
            throw new SQLException("A segment is not readable", e);
        }
    }
}
