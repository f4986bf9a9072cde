package no.forfall.policy;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Receivables;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.OncePerTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was agreed for single customers and invoices. The invoice's own counts before the customer's. */
@Service
@Transactional
public class Overrides {

    public static final int MOST_DAYS = 60;

    /** Nobody is spared for ever: an override is agreed anew after a year at the latest. */
    private static final Period LONGEST = Period.ofYears(1);

    private static final String HOLDING = "select i.id as of_invoice, o.* from app.policy_override o"
            + " join app.invoice i on o.invoice_id = i.id or o.debtor_id = i.debtor_id"
            + " where i.id = any(:invoices) and o.ended_at is null and o.ends_on >= :yesterday";

    private final Receivables receivables;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final OncePerTransaction<Long, List<PolicyOverride>> known = new OncePerTransaction<>();

    Overrides(Receivables receivables, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.receivables = receivables;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What holds for an invoice on a day, the invoice's own first.
     *
     * @param today the day in the creditor's country
     */
    @Transactional(readOnly = true)
    public List<PolicyOverride> holding(long invoiceId, LocalDate today) {
        return known.of(invoiceId, this::read).stream()
                .filter(override -> !override.endsOn().isBefore(today))
                .toList();
    }

    /** Names the invoices that this transaction works on, so that they are read together. */
    public void expect(Collection<Long> invoiceIds) {
        known.expect(invoiceIds);
    }

    /** Those of yesterday too, since it is yesterday somewhere. */
    private Map<Long, List<PolicyOverride>> read(Collection<Long> invoiceIds) {
        Map<Long, List<PolicyOverride>> holding = new HashMap<>();
        invoiceIds.forEach(id -> holding.put(id, new ArrayList<>()));
        jdbc.sql(HOLDING)
                .param("invoices", invoiceIds.toArray(Long[]::new))
                .param(
                        "yesterday",
                        Date.valueOf(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                                .minusDays(1)))
                .query(row -> {
                    holding.get(row.getLong("of_invoice")).add(row(row, 0));
                });
        holding.values()
                .forEach(each -> each.sort(
                        Comparator.comparing(PolicyOverride::wholeCustomer).thenComparing(PolicyOverride::madeAt)));
        return holding;
    }

    /** The one of a kind that counts for an invoice on a day. */
    @Transactional(readOnly = true)
    public Optional<PolicyOverride> holding(OverrideKind kind, long invoiceId, LocalDate today) {
        return holding(invoiceId, today).stream()
                .filter(override -> override.kind() == kind)
                .findFirst();
    }

    /** The farthest day on which an override of today may end. */
    public static LocalDate latestEnd(LocalDate today) {
        return today.plus(LONGEST);
    }

    /**
     * Agrees an override.
     *
     * @param days for {@link OverrideKind#MORE_DAYS} from 1 to 60, else null
     * @param endsOn the last day on which it holds, a year from today at most
     * @param today the day in the creditor's country
     * @throws IllegalArgumentException when the reason is missing or a number or date is out of bounds
     */
    public void make(
            CaseNumber caseNumber,
            long invoiceId,
            OverrideKind kind,
            boolean wholeCustomer,
            @Nullable Integer days,
            String owner,
            String reason,
            LocalDate endsOn,
            LocalDate today) {
        check(reason, endsOn, today);
        if (kind == OverrideKind.SEGMENT) {
            throw new IllegalArgumentException("A segment is corrected, not agreed");
        }
        if (kind == OverrideKind.MORE_DAYS && (days == null || days < 1 || days > MOST_DAYS)) {
            throw new IllegalArgumentException("More days are 1 to " + MOST_DAYS + ", not " + days);
        }
        Invoice invoice = receivables.invoice(invoiceId);
        Integer counted = kind == OverrideKind.MORE_DAYS ? days : null;
        keep(
                wholeCustomer ? invoice.debtor().id() : null,
                wholeCustomer ? null : invoiceId,
                kind,
                counted,
                null,
                owner,
                reason,
                endsOn);
        events.publishEvent(new OverrideMade(caseNumber, kind, wholeCustomer, counted, owner, reason.strip(), endsOn));
    }

    /**
     * Has the customer of an invoice count as another segment than it was counted into, in place of what was said before.
     *
     * @param counted the segment as it was counted
     * @param endsOn the last day on which it holds, a year from today at most
     * @param today the day in the creditor's country
     * @throws IllegalArgumentException when the reason is missing or the date is out of bounds
     */
    public void correct(
            CaseNumber caseNumber,
            long invoiceId,
            Segment counted,
            Segment segment,
            String owner,
            String reason,
            LocalDate endsOn,
            LocalDate today) {
        check(reason, endsOn, today);
        long debtor = receivables.invoice(invoiceId).debtor().id();
        jdbc.sql("update app.policy_override set ended_at = :at, ended_by = :by"
                        + " where debtor_id = :debtor and kind = 'SEGMENT' and ended_at is null")
                .param("at", Timestamp.from(clock.instant()))
                .param("by", owner)
                .param("debtor", debtor)
                .update();
        keep(debtor, null, OverrideKind.SEGMENT, null, segment, owner, reason, endsOn);
        events.publishEvent(new SegmentCorrected(caseNumber, counted, segment, owner, reason.strip(), endsOn));
    }

    private static void check(String reason, LocalDate endsOn, LocalDate today) {
        if (reason.isBlank() || endsOn.isBefore(today) || endsOn.isAfter(latestEnd(today))) {
            throw new IllegalArgumentException("An override needs a reason, and ends within " + LONGEST);
        }
    }

    private void keep(
            @Nullable Long debtorId,
            @Nullable Long invoiceId,
            OverrideKind kind,
            @Nullable Integer days,
            @Nullable Segment segment,
            String owner,
            String reason,
            LocalDate endsOn) {
        jdbc.sql("insert into app.policy_override"
                        + " (id, debtor_id, invoice_id, kind, days, segment, owner, reason, made_at, ends_on)"
                        + " values (:id, :debtor, :invoice, :kind, :days, :segment, :owner, :reason, :at, :ends)")
                .param("id", UUID.randomUUID())
                .param("debtor", debtorId)
                .param("invoice", invoiceId)
                .param("kind", kind.name())
                .param("days", days)
                .param("segment", segment == null ? null : segment.name())
                .param("owner", owner)
                .param("reason", reason.strip())
                .param("at", Timestamp.from(clock.instant()))
                .param("ends", Date.valueOf(endsOn))
                .update();
        known.forget();
    }

    /**
     * Ends an override now; one that has ended is left as it is.
     *
     * @throws NoSuchElementException when there is none of that id
     */
    public void end(CaseNumber caseNumber, UUID id, String person) {
        PolicyOverride override = jdbc.sql("select * from app.policy_override where id = ?")
                .param(id)
                .query(Overrides::row)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("There is no override " + id));
        int ended = jdbc.sql("update app.policy_override set ended_at = :at, ended_by = :by"
                        + " where id = :id and ended_at is null")
                .param("at", Timestamp.from(clock.instant()))
                .param("by", person)
                .param("id", id)
                .update();
        if (ended == 1) {
            known.forget();
            events.publishEvent(new OverrideEnded(caseNumber, override.kind(), override.wholeCustomer()));
        }
    }

    private static PolicyOverride row(ResultSet row, int number) throws SQLException {
        String segment = row.getString("segment");
        return new PolicyOverride(
                row.getObject("id", UUID.class),
                OverrideKind.valueOf(row.getString("kind")),
                row.getObject("debtor_id") != null,
                row.getObject("days", Integer.class),
                segment == null ? null : Segment.valueOf(segment),
                row.getString("owner"),
                row.getString("reason"),
                row.getTimestamp("made_at").toInstant(),
                row.getDate("ends_on").toLocalDate());
    }
}
