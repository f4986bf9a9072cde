package no.forfall.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.forfall.shared.Country;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the list of open work. Its order is the same for everybody: what is due first, then the largest amount overdue,
 * then the oldest.
 */
@Repository
@Transactional(readOnly = true)
public class OpenItems {

    private static final String FROM = """
             from app.work_item w
            join app.collection_case c on c.number = w.case_number
            join app.invoice i on i.id = c.invoice_id
            join app.debtor d on d.id = i.debtor_id
            join app.creditor k on k.id = i.creditor_id
            cross join lateral (
                select coalesce(sum(l.effect), 0) as amount
                from app.ledger_line l where l.invoice_id = i.id and l.part = 'PRINCIPAL') p
            where w.done_at is null
            """;
    private static final String ORDER =
            " order by w.due nulls last, case when i.due_on < :today then p.amount else 0 end desc, w.opened_at, w.id";

    private final JdbcClient jdbc;
    private final Clock clock;

    OpenItems(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A page of the list, counted from zero. */
    public List<OpenItem> page(WorkFilter filter, int page, int size) {
        return jdbc.sql("select " + ItemTable.COLUMNS + ", d.name as debtor, k.name as creditor, k.country, i.number,"
                        + " i.due_on, i.currency, p.amount, (select max(j.at) from app.journal j"
                        + " where j.case_number = w.case_number and j.kind = 'LetterSent') as last_contact"
                        + FROM + where(filter) + ORDER + " limit :size offset :first")
                .params(values(filter))
                .param("size", size)
                .param("first", (long) page * size)
                .query(OpenItems::row)
                .list();
    }

    public WorkSummary summary(WorkFilter filter) {
        LocalDate today = today();
        return jdbc.sql("select count(*), count(*) filter (where w.due < :morning),"
                        + " count(*) filter (where w.due >= :morning and w.due < :midnight)" + FROM + where(filter))
                .params(values(filter))
                .param("morning", Timestamp.from(startOf(today)))
                .param("midnight", Timestamp.from(startOf(today.plusDays(1))))
                .query((row, number) -> new WorkSummary(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    /** What kinds of steps are open: process by element. */
    public Map<String, String> elements() {
        Map<String, String> elements = new LinkedHashMap<>();
        jdbc.sql("select distinct element, process from app.work_item where done_at is null and kind = 'STEP'"
                        + " order by element")
                .query((row, number) -> elements.put(row.getString(1), row.getString(2)))
                .list();
        return elements;
    }

    /** Locks the first item that is free; whoever asks in the same moment is given the one after it. */
    @Transactional
    Optional<String> lockFirstFree(Set<String> teams, Instant now) {
        return jdbc.sql("select w.id" + FROM
                        + " and w.assignee is null and not w.held and (w.team is null or w.team = any(:teams))"
                        + " and (w.skipped_until is null or w.skipped_until <= :now)"
                        + ORDER + " limit 1 for update of w skip locked")
                .param("teams", teams.toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .param("today", today())
                .query(String.class)
                .optional();
    }

    private static String where(WorkFilter filter) {
        List<String> parts = new ArrayList<>();
        if (filter.assignee() != null) {
            parts.add("w.assignee = :assignee");
        }
        if (filter.unassigned()) {
            parts.add("w.assignee is null");
        }
        if (filter.teams() != null) {
            parts.add("(w.team is null or w.team = any(:teams))");
        }
        if (filter.text() != null) {
            parts.add("(position(lower(:text) in lower(d.name)) > 0 or w.case_number = upper(:text)"
                    + " or i.number = :text)");
        }
        if (filter.action() != null) {
            parts.add(
                    filter.action().equals(WorkFilter.STANDING)
                            ? "w.kind <> 'STEP'"
                            : "(case w.kind when 'STEP' then w.element else w.kind end) = :action");
        }
        return parts.isEmpty() ? "" : " and " + String.join(" and ", parts);
    }

    private Map<String, Object> values(WorkFilter filter) {
        Map<String, Object> values = new HashMap<>();
        values.put("today", today());
        values.put("assignee", String.valueOf(filter.assignee()));
        values.put(
                "teams", filter.teams() == null ? new String[0] : filter.teams().toArray(String[]::new));
        values.put("text", String.valueOf(filter.text()).strip());
        values.put("action", String.valueOf(filter.action()));
        return values;
    }

    /** The day in Oslo, which is the day in Stockholm too. */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Country.NO.zone());
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Country.NO.zone()).toInstant();
    }

    private static OpenItem row(ResultSet row, int number) throws SQLException {
        Country country = Country.valueOf(row.getString("country"));
        Timestamp contact = row.getTimestamp("last_contact");
        return new OpenItem(
                ItemTable.row(row, number),
                row.getString("debtor"),
                row.getString("creditor"),
                country,
                row.getString("number"),
                row.getObject("due_on", LocalDate.class),
                Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("amount")),
                contact == null ? null : LocalDate.ofInstant(contact.toInstant(), country.zone()));
    }
}
