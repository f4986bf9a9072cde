package no.forfall.payments;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.forfall.payments.reading.BankLine;
import no.forfall.payments.reading.Mark;
import no.forfall.shared.CaseNumber;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The payments that came in, and those that wait for a person. */
@Service
@Transactional(readOnly = true)
public class Payments {

    private static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    Payments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The payments whose reference led to a case, oldest first; also those that its invoice did not take. */
    public List<Payment> of(CaseNumber caseNumber) {
        return jdbc.sql("select * from app.payment where case_number = :case or id in (select payment_id"
                        + " from app.payment_move where case_number = :case and undone_at is null)"
                        + " order by booked_on, id")
                .param("case", caseNumber.value())
                .query(Payments::row)
                .list();
    }

    /** @throws NoSuchElementException when there is no such payment */
    public Payment get(long id) {
        return read(id, "");
    }

    /** The same, and nobody else changes it until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Payment lock(long id) {
        return read(id, " for update");
    }

    private Payment read(long id, String lock) {
        return jdbc.sql("select * from app.payment where id = ?" + lock)
                .param(id)
                .query(Payments::row)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("There is no payment " + id));
    }

    /**
     * What waits for a person, oldest first, fifty to a page; pages count from 0.
     *
     * @param reason only what waits for that; null for everything
     */
    public List<Payment> queue(@Nullable QueueReason reason, int page) {
        return jdbc.sql("select * from app.payment where state = 'QUEUED'"
                        + (reason == null ? "" : " and reason = :reason") + " order by id limit :size offset :start")
                .param("reason", reason == null ? null : reason.name())
                .param("size", PAGE)
                .param("start", (long) PAGE * page)
                .query(Payments::row)
                .list();
    }

    /** How much waits for a person, by its reason; only reasons for which something waits. */
    public Map<QueueReason, Long> queueLengths() {
        Map<QueueReason, Long> lengths = new EnumMap<>(QueueReason.class);
        jdbc.sql("select reason, count(*) from app.payment where state = 'QUEUED' group by reason")
                .query((row, number) -> lengths.put(QueueReason.valueOf(row.getString(1)), row.getLong(2)))
                .list();
        return lengths;
    }

    /**
     * The payments that a negative one may take back: of its amount, those with its reference first, then the newest; at
     * most five.
     */
    public List<Payment> reversibleBy(Payment reversal) {
        return jdbc.sql(
                        "select p.* from app.payment p where p.amount = :amount and p.currency = :currency"
                                + " and not exists (select 1 from app.payment_move m where m.payment_id = p.id"
                                + " and m.kind = 'REVERSED' and m.undone_at is null)"
                                + " order by p.reference is not distinct from :reference desc, p.booked_on desc, p.id desc limit 5")
                .param("amount", reversal.waiting().negated().getAmount())
                .param("currency", reversal.waiting().getCurrencyUnit().getCode())
                .param("reference", reversal.reference(), Types.VARCHAR)
                .query(Payments::row)
                .list();
    }

    /**
     * Adds a payment that waits; empty when it is known. Of two that come at once, the second waits for the first.
     *
     * <p>A payment with a reference of its bank is known when as many of its likes are as came before it in its file, where
     * those that the bank calls otherwise do not count.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Long> add(Entry entry, String file) {
        Mark mark = entry.mark();
        String bankReference = mark.bankReference();
        if (bankReference == null) {
            return insert(mark.key(entry.nth()), entry, file);
        }
        int same = 0;
        for (int nth = 1; ; nth++) {
            String key = mark.key(nth);
            Optional<Long> id = insert(key, entry, file);
            if (id.isPresent()) {
                return id;
            }
            if (mayBe(key, bankReference) && ++same == entry.nth()) {
                return Optional.empty();
            }
        }
    }

    /**
     * Those of which a file of another format told before: with the same reference, amount, currency, booking day and, where
     * both name one, account.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Set<Entry> toldByOthers(List<Entry> entries) {
        List<Entry> referring = entries.stream()
                .filter(entry -> entry.line().reference() != null)
                .toList();
        if (referring.isEmpty()) {
            return Set.of();
        }
        List<Told> told = jdbc.sql(
                        "select distinct split_part(key, ':', 1) as kind, reference, amount, currency, booked_on, account"
                                + " from app.payment where reference in (:references) and booked_on in (:days)")
                .param("references", distinct(referring, entry -> entry.line().reference()))
                .param("days", distinct(referring, entry -> entry.line().bookedOn()))
                .query(Told.class)
                .list();
        return referring.stream()
                .filter(entry -> told.stream().anyMatch(other -> other.isLike(entry)))
                .collect(Collectors.toSet());
    }

    private static <T> List<T> distinct(List<Entry> entries, Function<Entry, T> part) {
        return entries.stream().map(part).distinct().toList();
    }

    private record Told(
            String kind,
            String reference,
            BigDecimal amount,
            String currency,
            LocalDate bookedOn,
            @Nullable String account) {

        boolean isLike(Entry entry) {
            BankLine line = entry.line();
            return !kind.equals(entry.mark().kind())
                    && reference.equals(line.reference())
                    && amount.compareTo(line.amount().getAmount()) == 0
                    && currency.equals(line.amount().getCurrencyUnit().getCode())
                    && bookedOn.equals(line.bookedOn())
                    && (account == null || line.account() == null || Matching.sameAccount(account, line.account()));
        }
    }

    private boolean mayBe(String key, String bankReference) {
        return jdbc.sql("select bank_reference is null or bank_reference = ? from app.payment where key = ?")
                .param(bankReference)
                .param(key)
                .query(Boolean.class)
                .single();
    }

    private Optional<Long> insert(String key, Entry entry, String file) {
        BankLine line = entry.line();
        return jdbc.sql(
                        "insert into app.payment (key, file, booked_on, amount, currency, reference, payer, account, text,"
                                + " bank_reference, state, waiting, received_at) values (:key, :file, :booked, :amount,"
                                + " :currency, :reference, :payer, :account, :text, :bankReference, 'QUEUED', :amount, :at)"
                                + " on conflict (key) do nothing returning id")
                .param("key", key)
                .param("file", file)
                .param("bankReference", entry.mark().bankReference())
                .param("booked", line.bookedOn())
                .param("amount", line.amount().getAmount())
                .param("currency", line.amount().getCurrencyUnit().getCode())
                .param("reference", line.reference())
                .param("payer", line.payer())
                .param("account", line.account())
                .param("text", line.text())
                .param("at", Timestamp.from(clock.instant()))
                .query(Long.class)
                .optional();
    }

    /** @param reason null when nothing waits */
    @Transactional(propagation = Propagation.MANDATORY)
    void settle(long id, @Nullable QueueReason reason, Money waiting, @Nullable CaseNumber caseNumber) {
        jdbc.sql("update app.payment set state = :state, reason = :reason, waiting = :waiting, case_number = :case"
                        + " where id = :id")
                .param("state", reason == null ? PaymentState.POSTED.name() : PaymentState.QUEUED.name())
                .param("reason", reason == null ? null : reason.name())
                .param("waiting", waiting.getAmount())
                .param("case", caseNumber == null ? null : caseNumber.value())
                .param("id", id)
                .update();
    }

    BankLine known(String key) {
        Payment known = jdbc.sql("select * from app.payment where key = ?")
                .param(key)
                .query(Payments::row)
                .single();
        return new BankLine(
                known.bookedOn(), known.amount(), known.reference(), known.payer(), known.account(), known.text());
    }

    private static Payment row(ResultSet row, int number) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
        String reason = row.getString("reason");
        String caseNumber = row.getString("case_number");
        return new Payment(
                row.getLong("id"),
                row.getObject("booked_on", LocalDate.class),
                Money.of(currency, row.getBigDecimal("amount").stripTrailingZeros()),
                row.getString("reference"),
                row.getString("payer"),
                row.getString("account"),
                row.getString("text"),
                PaymentState.valueOf(row.getString("state")),
                reason == null ? null : QueueReason.valueOf(reason),
                Money.of(currency, row.getBigDecimal("waiting").stripTrailingZeros()),
                caseNumber == null ? null : new CaseNumber(caseNumber),
                row.getTimestamp("received_at").toInstant());
    }
}
