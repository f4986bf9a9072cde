package no.forfall.worklist;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which calls were agreed on for a day: those whose time is still to come wait in the process, those whose time has come are
 * in the list.
 */
@Repository
@Transactional(readOnly = true)
public class CallBacks {

    private static final String AGREED = """
            select c.*, count(*) over () as total from (
                select t.case_number, t.until as at, null as item, d.name, k.country
                from app.case_token t
                join app.collection_case cc on cc.number = t.case_number
                join app.invoice i on i.id = cc.invoice_id
                join app.debtor d on d.id = i.debtor_id
                join app.creditor k on k.id = i.creditor_id
                where t.process = 'phone-follow-up' and t.element = 'waitForAgreedTime'
                    and t.until >= :from and t.until < :to
                union all
                select w.case_number, w.opened_at, w.id, d.name, k.country
                from app.work_item w
                join app.collection_case cc on cc.number = w.case_number
                join app.invoice i on i.id = cc.invoice_id
                join app.debtor d on d.id = i.debtor_id
                join app.creditor k on k.id = i.creditor_id
                where w.done_at is null and w.kind = 'STEP' and w.element = 'callDebtor' and w.process = 'phone-follow-up'
                    and w.opened_at >= :from and w.opened_at < :to
                    and 'CALL_BACK' = (
                        select b.answer from app.work_item b
                        where b.case_number = w.case_number and b.element = w.element and b.done_at is not null
                        order by b.done_at desc limit 1)) c
            order by at, case_number limit :most
            """;

    private final JdbcClient jdbc;

    CallBacks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param calls the first by time */
    public record Agreed(long count, List<CallBack> calls) {}

    /** @param day in Oslo, which is the day in Stockholm too */
    Agreed on(LocalDate day, int most) {
        long[] total = {0};
        List<CallBack> calls = jdbc.sql(AGREED)
                .param("from", Timestamp.from(startOf(day)))
                .param("to", Timestamp.from(startOf(day.plusDays(1))))
                .param("most", most)
                .query((row, number) -> {
                    total[0] = row.getLong("total");
                    return new CallBack(
                            new CaseNumber(row.getString("case_number")),
                            row.getString("name"),
                            Country.valueOf(row.getString("country")),
                            row.getTimestamp("at").toInstant(),
                            row.getString("item"));
                })
                .list();
        return new Agreed(total[0], calls);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Country.NO.zone()).toInstant();
    }

    /**
     * A call that was agreed on.
     *
     * @param item the item of the list; null as long as the time is to come
     */
    public record CallBack(
            CaseNumber caseNumber,
            String debtor,
            Country country,
            Instant at,
            @Nullable String item) {}
}
