package no.forfall.payments;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.forfall.api.Invalid;
import no.forfall.cases.Cases;
import no.forfall.engine.Prerequisite;
import no.forfall.outbox.Outbox;
import no.forfall.receivables.Receivables;
import no.forfall.shared.BankingDays;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import no.forfall.shared.LocalText;
import no.forfall.shared.OncePerTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How fresh the data of each creditor's bank is. Where a creditor expects its payment files in a rhythm and the newest is
 * older than that, fees, notices and hand-overs wait: who is asked for money again may have paid it.
 */
@Service
@Transactional
public class BankData implements Prerequisite {

    /** The name of the rule for what waits. */
    public static final String RULE = "BANK-DATA";

    private static final int LONGEST_RHYTHM = 30;
    private static final long KNOWN_FOR = Duration.ofSeconds(5).toNanos();

    /**
     * @param expectedDays within how many banking days a payment file is expected; null when none is
     * @param newestOn the newest booking day that a file has told of; null when none has
     * @param late whether what is due waits for a file now
     */
    public record Standing(
            long creditorId,
            String creditor,
            Country country,
            @Nullable Integer expectedDays,
            @Nullable LocalDate newestOn,
            @Nullable Instant receivedAt,
            boolean late) {}

    private record Known(Map<Long, Standing> standings, long readAt) {}

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Receivables receivables;
    private final Outbox outbox;
    private final BankingDays bankingDays;
    private final MessageSource messages;
    private final Clock clock;
    private final OncePerTransaction<String, Map<Long, Standing>> expecting = new OncePerTransaction<>();
    private volatile @Nullable Known known;

    BankData(
            JdbcClient jdbc,
            Cases cases,
            Receivables receivables,
            Outbox outbox,
            BankingDays bankingDays,
            MessageSource messages,
            Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.receivables = receivables;
        this.outbox = outbox;
        this.bankingDays = bankingDays;
        this.messages = messages;
        this.clock = clock;
    }

    /** The creditors, those whose data is late first, then by name; five hundred, of which files are expected first. */
    @Transactional(readOnly = true)
    public List<Standing> all() {
        return read("order by b.expected_days is null, c.name limit 500").stream()
                .sorted(Comparator.comparing((Standing each) -> !each.late()).thenComparing(Standing::creditor))
                .toList();
    }

    private List<Standing> read(String condition) {
        return jdbc.sql(
                        "select c.id, c.name, c.country, b.expected_days, b.newest_on, b.received_at from app.creditor c"
                                + " left join app.bank_data b on b.creditor_id = c.id " + condition)
                .query(this::row)
                .list();
    }

    private Standing row(ResultSet row, int number) throws SQLException {
        Country country = Country.valueOf(row.getString("country"));
        Integer expected = row.getObject("expected_days", Integer.class);
        LocalDate newest = row.getObject("newest_on", LocalDate.class);
        Timestamp received = row.getTimestamp("received_at");
        boolean late = isLate(country, expected, newest, LocalDate.ofInstant(clock.instant(), country.zone()));
        return new Standing(
                row.getLong("id"),
                row.getString("name"),
                country,
                expected,
                newest,
                received == null ? null : received.toInstant(),
                late);
    }

    private boolean isLate(
            Country country, @Nullable Integer expectedDays, @Nullable LocalDate newest, LocalDate today) {
        return expectedDays != null
                && (newest == null || newest.isBefore(bankingDays.minus(country, today, expectedDays)));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Missing> missing(CaseNumber caseNumber, LocalDate today) {
        long creditor = receivables
                .invoice(cases.get(caseNumber).invoiceId())
                .creditor()
                .id();
        Standing lately = lately().get(creditor);
        if (lately == null || !isLate(lately.country(), lately.expectedDays(), lately.newestOn(), today)) {
            return Optional.empty();
        }
        return Optional.ofNullable(expecting.of("all", this::readExpecting).get(creditor))
                .filter(Standing::late)
                .map(late -> new Missing(RULE, new LocalText(why(late, "nb"), why(late, "sv"), why(late, "en"))));
    }

    /**
     * As it was some seconds ago. Data only gets newer, so what was fresh then is fresh; what was late is asked anew, since
     * another node may have read a file meanwhile.
     */
    private Map<Long, Standing> lately() {
        Known now = known;
        if (now == null || System.nanoTime() - now.readAt() > KNOWN_FOR) {
            now = new Known(readExpecting(), System.nanoTime());
            known = now;
        }
        return now.standings();
    }

    private Map<Long, Standing> readExpecting() {
        return read("where b.expected_days is not null").stream()
                .collect(Collectors.toMap(Standing::creditorId, Function.identity()));
    }

    private void forget() {
        known = null;
        expecting.forget();
    }

    private String why(Standing late, String language) {
        return late.newestOn() == null
                ? messages.getMessage("payments.bankData.none", null, Locale.forLanguageTag(language))
                : messages.getMessage(
                        "payments.bankData.old",
                        new Object[] {late.newestOn().toString()},
                        Locale.forLanguageTag(language));
    }

    /**
     * Sets within how many banking days a payment file of the creditor is expected.
     *
     * @param days null or nothing when no file is expected, so that nothing waits for one
     * @throws Invalid when it is not between 1 and 30
     */
    public void expect(long creditorId, @Nullable Integer days) {
        if (days != null && (days < 1 || days > LONGEST_RHYTHM)) {
            throw new Invalid("days", "payments.bankData.days", LONGEST_RHYTHM);
        }
        jdbc.sql("insert into app.bank_data (creditor_id, expected_days) values (:creditor, :days)"
                        + " on conflict (creditor_id) do update set expected_days = excluded.expected_days")
                .param("creditor", creditorId)
                .param("days", days, Types.INTEGER)
                .update();
        forget();
        outbox.wake(RULE);
    }

    /**
     * A payment file has been read.
     *
     * @param creditors the newest booking day for each creditor whose invoices it paid
     * @param accounts the newest booking day for each account that it tells of, as it writes it
     */
    public void received(Map<Long, LocalDate> creditors, Map<String, LocalDate> accounts) {
        creditors.forEach((creditor, day) -> newest("id = :who", creditor, day));
        accounts.forEach((account, day) -> newest(
                "regexp_replace(account, '[^0-9A-Za-z]', '', 'g') = :who",
                account.replaceAll("[^0-9A-Za-z]", ""),
                day));
        forget();
        outbox.wake(RULE);
    }

    private void newest(String creditor, Object who, LocalDate day) {
        jdbc.sql("insert into app.bank_data as known (creditor_id, newest_on, received_at)"
                        + " select id, :day, :now from app.creditor where " + creditor
                        + " on conflict (creditor_id) do update set newest_on = greatest(known.newest_on, excluded.newest_on),"
                        + " received_at = excluded.received_at")
                .param("who", who)
                .param("day", Date.valueOf(day))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
