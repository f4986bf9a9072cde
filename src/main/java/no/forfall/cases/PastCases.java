package no.forfall.cases;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.forfall.law.Law;
import no.forfall.policy.PastInvoice;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Gathered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads how the cases of debtors went, and remembers whose have changed. */
@Component
class PastCases {

    /** What lies further back says nothing about today. */
    private static final Period BACK = Period.ofYears(2);

    /** Of a debtor with more invoices the newest tell enough. */
    private static final int MOST_INVOICES = 50;

    private static final String PAST = """
            select c.number, i.debtor_id, i.due_on, c.state <> 'CLOSED' as open,
                   case when c.closing_reason in ('PAID', 'SETTLED_BY_AGENCY') then p.paid_on end as paid_on,
                   coalesce(p.payments, 0) as payments, i.due_on - i.first_due_on
                       + coalesce((select sum(o.days) from app.policy_override o where o.invoice_id = i.id), 0) as granted
            from unnest(?) as d(id)
            cross join lateral (select * from app.invoice i where i.debtor_id = d.id and i.due_on >= ? and i.due_on < ?
                order by i.due_on desc, i.id desc limit ?) i
            join app.collection_case c on c.invoice_id = i.id
            cross join lateral (select max(l.booked_on) filter (where l.kind = 'PAYMENT') as paid_on,
                    sum(case l.kind when 'PAYMENT' then 1 else -1 end) as payments from app.ledger_line l
                where l.invoice_id = i.id and l.part = 'PRINCIPAL' and l.kind in ('PAYMENT', 'REVERSAL')) p
            where c.closing_reason is null or c.closing_reason in ('PAID', 'SETTLED_BY_AGENCY', 'WRITTEN_OFF', 'CREDITED')
            """;

    private final JdbcTemplate jdbc;
    private final Law law;
    private final Clock clock;
    private final Gathered<CaseNumber> changed;

    PastCases(JdbcTemplate jdbc, Law law, Clock clock) {
        this.jdbc = jdbc;
        this.law = law;
        this.clock = clock;
        this.changed = new Gathered<>(this::write);
    }

    /** Has the debtor of a case counted anew, soon; those of one go are written together. */
    void change(CaseNumber number) {
        changed.add(number);
    }

    private void write(List<CaseNumber> numbers) {
        jdbc.update(
                "insert into app.behaviour_due (case_number, since) select unnest(?), ?",
                new LinkedHashSet<>(numbers).stream().map(CaseNumber::value).toArray(String[]::new),
                Timestamp.from(clock.instant()));
    }

    /** Has every debtor counted anew that ever was. */
    void changeAll() {
        jdbc.update(
                "insert into app.behaviour_due (case_number, since) select max(c.number), ? from app.debtor_behaviour b"
                        + " join app.invoice i on i.debtor_id = b.debtor_id join app.collection_case c on c.invoice_id = i.id"
                        + " group by b.debtor_id",
                Timestamp.from(clock.instant()));
    }

    /** Since when a debtor waits to be counted anew; empty when none does. */
    Optional<Instant> waitingSince() {
        return jdbc
                .query("select since from app.behaviour_due order by id limit 1", (row, number) -> row.getTimestamp(1)
                        .toInstant())
                .stream()
                .findFirst();
    }

    /**
     * Takes the debtors of the cases that have waited longest; they wait again when the transaction fails.
     *
     * @param most how many cases
     */
    List<Long> take(int most) {
        return jdbc.queryForList(
                "with taken as (delete from app.behaviour_due where id in"
                        + " (select id from app.behaviour_due order by id limit ? for update skip locked) returning case_number)"
                        + " select distinct i.debtor_id from taken t join app.collection_case c on c.number = t.case_number"
                        + " join app.invoice i on i.id = c.invoice_id order by i.debtor_id",
                Long.class,
                most);
    }

    /**
     * How the cases of debtors went that fell due before today, at most two years ago, without those that came to nothing.
     *
     * @param today the day in the creditors' country
     */
    Map<Long, List<PastCase>> of(Collection<Long> debtors, LocalDate today) {
        Map<Long, List<PastCase>> past = new HashMap<>();
        debtors.forEach(debtor -> past.put(debtor, new ArrayList<>()));
        jdbc.query(
                PAST,
                row -> {
                    LocalDate paidOn = row.getObject("paid_on", LocalDate.class);
                    boolean open = row.getBoolean("open");
                    int payments = row.getInt("payments");
                    PastInvoice invoice = new PastInvoice(
                            law.effectiveDueDate(row.getObject("due_on", LocalDate.class)),
                            paidOn,
                            open,
                            open ? payments > 0 : paidOn != null && payments > 1);
                    invoice.granted(row.getInt("granted"));
                    past.get(row.getLong("debtor_id"))
                            .add(new PastCase(new CaseNumber(row.getString("number")), open, invoice));
                },
                debtors.toArray(Long[]::new),
                Date.valueOf(today.minus(BACK)),
                Date.valueOf(today),
                MOST_INVOICES);
        return past;
    }

    record PastCase(CaseNumber number, boolean open, PastInvoice invoice) {}
}
