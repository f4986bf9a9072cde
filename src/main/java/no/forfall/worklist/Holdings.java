package no.forfall.worklist;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has which open work, in three statements however many people there are. Days are days in Oslo, which are days in
 * Stockholm too.
 */
@Component
@Transactional(readOnly = true)
public class Holdings {

    /** How many pieces of work of a person are named. */
    public static final int NAMED = 5;

    /** A promise is judged on a banking day after its own; so long it is due. */
    private static final int STILL_DUE = 4;

    private static final String PIECES = "select h.assignee, w.id, w.case_number, w.process, w.element, w.name, w.due,"
            + " w.opened_at, d.name as debtor from (select distinct assignee from app.work_item"
            + " where done_at is null and assignee is not null) h"
            + " cross join lateral (select * from app.work_item w where w.assignee = h.assignee and w.done_at is null"
            + " order by w.due, w.opened_at limit :named) w"
            + " join app.collection_case c on c.number = w.case_number join app.invoice i on i.id = c.invoice_id"
            + " join app.debtor d on d.id = i.debtor_id order by h.assignee, w.due, w.opened_at";

    private static final String PROMISES = "select a.made_by, count(distinct a.id) as promises from app.arrangement a"
            + " join app.instalment i on i.arrangement_id = a.id"
            + " where a.state = 'OPEN' and i.due_on between :since and :today"
            + " group by a.made_by";

    private final JdbcClient jdbc;
    private final Clock clock;

    Holdings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A piece of work that somebody has.
     *
     * @param process the process key; {@code element} the element's id in its diagram, {@code name} its plain name there
     * @param due null when the diagram sets nothing
     */
    public record Piece(
            String holder,
            String id,
            CaseNumber caseNumber,
            String process,
            String element,
            String name,
            String debtor,
            @Nullable LocalDate due,
            LocalDate openedOn) {}

    /**
     * What a person has in all.
     *
     * @param late how much of it was due before today
     * @param oldest since when the oldest of it is open
     */
    public record Sum(String holder, long taken, long late, LocalDate oldest) {}

    /** By user name; who has nothing is left out. */
    public Map<String, Sum> sums() {
        return jdbc
                .sql("select assignee, count(*) as taken, count(*) filter (where due < :morning) as late,"
                        + " min(opened_at) as oldest from app.work_item"
                        + " where done_at is null and assignee is not null group by assignee")
                .param(
                        "morning",
                        Timestamp.from(today().atStartOfDay(Country.NO.zone()).toInstant()))
                .query((row, number) -> new Sum(
                        row.getString("assignee"),
                        row.getLong("taken"),
                        row.getLong("late"),
                        day(row.getTimestamp("oldest").toInstant())))
                .list()
                .stream()
                .collect(Collectors.toMap(Sum::holder, Function.identity()));
    }

    /** The first of each person's work, what is due first before the rest, {@link #NAMED} of each at most; by user name. */
    public Map<String, List<Piece>> pieces() {
        return jdbc.sql(PIECES).param("named", NAMED).query(Holdings::piece).list().stream()
                .collect(Collectors.groupingBy(Piece::holder));
    }

    /** How many open promises and plans, by who recorded them, have an instalment that falls due today or fell due just now. */
    public Map<String, Long> promises() {
        return jdbc
                .sql(PROMISES)
                .param("today", Date.valueOf(today()))
                .param("since", Date.valueOf(today().minusDays(STILL_DUE)))
                .query((row, number) -> Map.entry(row.getString("made_by"), row.getLong("promises")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private LocalDate today() {
        return day(clock.instant());
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, Country.NO.zone());
    }

    private static Piece piece(ResultSet row, int number) throws SQLException {
        Timestamp due = row.getTimestamp("due");
        return new Piece(
                row.getString("assignee"),
                row.getString("id"),
                new CaseNumber(row.getString("case_number")),
                row.getString("process"),
                row.getString("element"),
                row.getString("name"),
                row.getString("debtor"),
                due == null ? null : day(due.toInstant()),
                day(row.getTimestamp("opened_at").toInstant()));
    }
}
