package no.forfall.cockpit;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import no.forfall.receivables.LineKind;
import no.forfall.receivables.Part;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proves once a night, by the business clock of Norway, that the books tie, and keeps where they do not. A fault that is new
 * is told on the timeline of its case; nothing is repaired.
 */
@Service
public class LedgerCheck {

    private static final Logger log = LoggerFactory.getLogger(LedgerCheck.class);

    /** @param invoices how many were checked */
    public record Latest(Instant at, long invoices) {}

    private record Fault(@Nullable String caseNumber, Money expected, Money found, boolean isNew) {}

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final LocalTime notBefore;
    private final Clock clock;

    LedgerCheck(
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            @Value("${forfall.ledger-check.at:02:00}") LocalTime notBefore,
            Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.notBefore = notBefore;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${forfall.ledger-check.every:PT5M}",
            initialDelayString = "${forfall.ledger-check.every:PT5M}")
    @SchedulerLock(name = "ledger-check")
    @Transactional
    void round() {
        checkWhenDue();
    }

    /**
     * Checks when the night's check is due and no other node has done it.
     *
     * @return whether it did
     */
    @Transactional
    public boolean checkWhenDue() {
        ZonedDateTime now = clock.instant().atZone(Country.NO.zone());
        if (now.toLocalTime().isBefore(notBefore) || !begin(now.toLocalDate(), false)) {
            return false;
        }
        check(now.toLocalDate());
        return true;
    }

    /** Checks now, whatever the time. */
    @Transactional
    public void checkNow() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Country.NO.zone());
        begin(today, true);
        check(today);
    }

    private boolean begin(LocalDate day, boolean again) {
        return jdbc.sql("insert into app.ledger_check (day, checked_at, invoices)"
                                + " values (:day, :at, (select count(*) from app.invoice)) on conflict (day) do "
                                + (again
                                        ? "update set checked_at = excluded.checked_at, invoices = excluded.invoices"
                                        : "nothing"))
                        .param("day", Date.valueOf(day))
                        .param("at", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private void check(LocalDate today) {
        for (Tie tie : Tie.values()) {
            List<Fault> faults = keep(tie, today);
            if (!faults.isEmpty()) {
                log.warn("The books do not tie: {} in {} places", tie, faults.size());
            }
            faults.stream()
                    .filter(fault -> fault.isNew() && fault.caseNumber() != null)
                    .forEach(fault -> events.publishEvent(new LedgerMismatch(
                            new CaseNumber(fault.caseNumber()),
                            tie.name(),
                            fault.expected().toString(),
                            fault.found().toString())));
        }
    }

    private List<Fault> keep(Tie tie, LocalDate today) {
        return jdbc.sql(tie.keeping())
                .param("kind", tie.name())
                .param("today", Date.valueOf(today))
                .param("parts", names(Part.values()))
                .param(
                        "raising",
                        names(Arrays.stream(LineKind.values())
                                .filter(LineKind::raises)
                                .toArray(LineKind[]::new)))
                .param(
                        "lowering",
                        names(Arrays.stream(LineKind.values())
                                .filter(kind -> !kind.raises())
                                .toArray(LineKind[]::new)))
                .query((row, number) -> new Fault(
                        row.getString("case_number"),
                        money(row.getString("currency"), row.getBigDecimal("expected")),
                        money(row.getString("currency"), row.getBigDecimal("found")),
                        row.getBoolean("is_new")))
                .list();
    }

    private static String[] names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }

    private static Money money(String currency, BigDecimal amount) {
        return Money.of(CurrencyUnit.of(currency), amount);
    }

    /** When the books were checked last; empty before the first time. */
    @Transactional(readOnly = true)
    public Optional<Latest> latest() {
        return jdbc.sql("select checked_at, invoices from app.ledger_check order by day desc limit 1")
                .query((row, number) ->
                        new Latest(row.getTimestamp("checked_at").toInstant(), row.getLong("invoices")))
                .optional();
    }

    /** What the newest check found, the oldest fault first; a hundred at most. */
    @Transactional(readOnly = true)
    public List<LedgerFinding> findings() {
        return jdbc.sql("select * from app.ledger_finding order by since, kind, subject limit 100")
                .query((row, number) -> new LedgerFinding(
                        "cockpit.ledger." + row.getString("kind").toLowerCase(Locale.ROOT),
                        row.getString("subject"),
                        row.getString("case_number"),
                        money(row.getString("currency"), row.getBigDecimal("expected")),
                        money(row.getString("currency"), row.getBigDecimal("found")),
                        row.getObject("since", LocalDate.class)))
                .list();
    }
}
