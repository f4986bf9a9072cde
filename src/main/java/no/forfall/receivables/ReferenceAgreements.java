package no.forfall.receivables;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.forfall.references.CheckDigit;
import no.forfall.references.KidRule;
import no.forfall.references.OcrRule;
import no.forfall.references.ReferenceRule;
import no.forfall.shared.Country;
import no.forfall.shared.OncePerTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each creditor has agreed with its bank on payment references. */
@Service
@Transactional
public class ReferenceAgreements {

    private static final int MOST = 500;
    private static final String READ = "select c.id, c.organisation_number, c.name, c.country, a.check_digits,"
            + " a.length_digit, a.lengths, a.generates, a.set_by, a.set_at from app.creditor c"
            + " left join app.reference_agreement a on a.creditor_id = c.id ";

    /**
     * @param agreement null when nothing is known of it
     * @param setBy user name; null when nobody has said anything yet
     */
    public record Standing(
            long creditorId,
            String organisationNumber,
            String creditor,
            Country country,
            @Nullable ReferenceAgreement agreement,
            @Nullable String setBy,
            @Nullable Instant setAt) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final OncePerTransaction<Long, Optional<ReferenceAgreement>> known = new OncePerTransaction<>();

    ReferenceAgreements(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The creditors by name, those with an agreement first; at most five hundred. */
    @Transactional(readOnly = true)
    public List<Standing> all() {
        return jdbc.sql(READ + "order by a.creditor_id is null, c.name, c.id limit " + MOST)
                .query(ReferenceAgreements::row)
                .list();
    }

    /** @throws NoSuchElementException when there is no creditor of that number */
    @Transactional(readOnly = true)
    public Standing ofOrganisation(String number) {
        return jdbc.sql(READ + "where c.organisation_number = ?")
                .param(number)
                .query(ReferenceAgreements::row)
                .optional()
                .orElseThrow();
    }

    /** @throws NoSuchElementException when there is no such creditor */
    @Transactional(readOnly = true)
    public Standing standing(long creditorId) {
        return jdbc.sql(READ + "where c.id = ?")
                .param(creditorId)
                .query(ReferenceAgreements::row)
                .optional()
                .orElseThrow();
    }

    /** Empty when nothing is known of it. */
    @Transactional(readOnly = true)
    public Optional<ReferenceAgreement> of(Creditor creditor) {
        return known.of(
                creditor.id(), () -> Optional.ofNullable(standing(creditor.id()).agreement()));
    }

    /**
     * @param agreement null when nothing is known of it
     * @param person user name of who says so
     */
    public void set(long creditorId, @Nullable ReferenceAgreement agreement, String person) {
        ReferenceRule rule = agreement == null ? null : agreement.rule();
        jdbc.sql("insert into app.reference_agreement"
                        + " (creditor_id, check_digits, length_digit, lengths, generates, set_by, set_at)"
                        + " values (:creditor, :digits, :lengthDigit, :lengths, :generates, :person, :now)"
                        + " on conflict (creditor_id) do update set check_digits = excluded.check_digits,"
                        + " length_digit = excluded.length_digit, lengths = excluded.lengths,"
                        + " generates = excluded.generates, set_by = excluded.set_by, set_at = excluded.set_at")
                .param("creditor", creditorId)
                .param("digits", rule == null ? new String[0] : names(rule.digits()))
                .param("lengthDigit", rule != null && rule.lengthDigit())
                .param("lengths", rule == null ? new Integer[0] : rule.lengths().toArray(Integer[]::new))
                .param("generates", agreement != null && agreement.generates())
                .param("person", person)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        known.forget(creditorId);
    }

    private static String[] names(Set<CheckDigit> digits) {
        return digits.stream().map(Enum::name).toArray(String[]::new);
    }

    private static Standing row(ResultSet row, int number) throws SQLException {
        Country country = Country.valueOf(row.getString("country"));
        Timestamp at = row.getTimestamp("set_at");
        return new Standing(
                row.getLong("id"),
                row.getString("organisation_number"),
                row.getString("name"),
                country,
                agreement(country, row),
                row.getString("set_by"),
                at == null ? null : at.toInstant());
    }

    private static @Nullable ReferenceAgreement agreement(Country country, ResultSet row) throws SQLException {
        Set<CheckDigit> digits = Arrays.stream(values(row.getArray("check_digits"), new String[0]))
                .map(CheckDigit::valueOf)
                .collect(Collectors.toSet());
        if (digits.isEmpty()) {
            return null;
        }
        Set<Integer> lengths = Set.of(values(row.getArray("lengths"), new Integer[0]));
        ReferenceRule rule = country == Country.SE
                ? new OcrRule(row.getBoolean("length_digit"), lengths)
                : new KidRule(digits, lengths);
        return new ReferenceAgreement(rule, row.getBoolean("generates"));
    }

    @SuppressWarnings("unchecked")
    private static <T> T[] values(@Nullable Array array, T[] none) throws SQLException {
        return array == null ? none : (T[]) array.getArray();
    }
}
