package no.forfall.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import no.forfall.shared.CaseNumber;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what became of payments by hand; moves are taken back, never deleted. */
@Component
class MoveTable {

    private static final String READ =
            "select m.*, p.currency from app.payment_move m join app.payment p on p.id = m.payment_id where ";

    private final JdbcClient jdbc;
    private final Clock clock;

    MoveTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return its id; empty when the key is known */
    Optional<Long> keep(
            String key,
            Payment payment,
            Move.Kind kind,
            Money amount,
            @Nullable Long invoiceId,
            @Nullable CaseNumber caseNumber,
            @Nullable String reason,
            @Nullable String person) {
        return jdbc.sql("insert into app.payment_move (key, payment_id, kind, amount, invoice_id, case_number, reason,"
                        + " person, at) values (:key, :payment, :kind, :amount, :invoice, :case, :reason, :person, :at)"
                        + " on conflict (key) do nothing returning id")
                .param("key", key)
                .param("payment", payment.id())
                .param("kind", kind.name())
                .param("amount", amount.getAmount())
                .param("invoice", invoiceId)
                .param("case", caseNumber == null ? null : caseNumber.value())
                .param("reason", reason)
                .param("person", person)
                .param("at", Timestamp.from(clock.instant()))
                .query(Long.class)
                .optional();
    }

    void undone(long id, String person, String reason) {
        jdbc.sql(
                        "update app.payment_move set undone_at = :at, undone_by = :person, undone_reason = :reason where id = :id")
                .param("at", Timestamp.from(clock.instant()))
                .param("person", person)
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    Optional<Move> find(long id) {
        return jdbc.sql(READ + "m.id = ?").param(id).query(MoveTable::row).optional();
    }

    /** Oldest first. */
    List<Move> of(long paymentId) {
        return jdbc.sql(READ + "m.payment_id = ? order by m.id")
                .param(paymentId)
                .query(MoveTable::row)
                .list();
    }

    private static Move row(ResultSet row, int number) throws SQLException {
        String caseNumber = row.getString("case_number");
        Timestamp undone = row.getTimestamp("undone_at");
        return new Move(
                row.getLong("id"),
                row.getString("key"),
                row.getLong("payment_id"),
                Move.Kind.valueOf(row.getString("kind")),
                Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("amount")),
                row.getObject("invoice_id", Long.class),
                caseNumber == null ? null : new CaseNumber(caseNumber),
                row.getString("reason"),
                row.getString("person"),
                row.getTimestamp("at").toInstant(),
                undone == null
                        ? null
                        : new Move.Undone(
                                undone.toInstant(), row.getString("undone_by"), row.getString("undone_reason")));
    }
}
