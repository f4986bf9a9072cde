package no.forfall.correspondence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.forfall.correspondence.text.Demand;
import no.forfall.correspondence.text.Draft;
import no.forfall.correspondence.text.Rendered;
import no.forfall.home.HomeId;
import no.forfall.law.LegalStep;
import no.forfall.law.SentLetter;
import no.forfall.policy.LetterTerms;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Gathered;
import no.forfall.shared.OncePerTransaction;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The letters and the very bytes that left. */
@Repository
class LetterTable {

    static final String MIME = "MIME";
    static final String PDF = "PDF";
    static final String SMS = "SMS";
    static final String EHF = "EHF";

    private static final int LONGEST_RECEIPT = 500;

    private static final String PREPARED =
            "insert into app.letter (id, case_number, type, legal_step, state, channel, sender, recipient, language, dated,"
                    + " deadline, prepared_at, currency, principal, fee, interest, compensation, costs, new_fee, new_interest,"
                    + " new_compensation, subject, text, html, terms, basis, prepared_in, debtor_id) values (?, ?, ?, ?, 'PREPARED', ?, ?, ?, ?, ?,"
                    + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), ?, ?)";
    private static final String DOCUMENT =
            "insert into app.letter_document (letter_id, kind, content) values (?, ?, ?)";

    private static final String LETTER =
            "select l.*, r.way as returned_way, r.reason as returned_reason, r.told_at as returned_told_at, r.told_by as"
                    + " returned_told_by from app.letter l left join app.letter_return r on r.letter_id = l.id";

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final ObjectMapper json;
    private final HomeId home;
    private final Gathered<Object[]> prepared;
    private final Gathered<Object[]> documents;
    private final LetterSeals seals;
    private final LetterLinks links;
    private final Gathered<LetterSeals.Leaving> sent = new Gathered<>(this::write);
    private final OncePerTransaction<UUID, Optional<Letter>> found = new OncePerTransaction<>();

    LetterTable(JdbcTemplate jdbc, LetterSeals seals, LetterLinks links, ObjectMapper json, HomeId home) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.seals = seals;
        this.links = links;
        this.home = home;
        this.json = json;
        this.prepared = new Gathered<>(letters -> jdbc.batchUpdate(PREPARED, letters));
        this.documents = new Gathered<>(contents -> jdbc.batchUpdate(DOCUMENT, contents));
    }

    /** Whatever was written before is in the table before it is asked. */
    private JdbcClient.StatementSpec sql(String statement) {
        prepared.write();
        documents.write();
        sent.write();
        return client.sql(statement);
    }

    /** Names letters that this transaction works on, so that they are read together. */
    void expect(Collection<UUID> ids) {
        found.expect(ids);
    }

    /** What leaves, byte for byte, where it is not the page itself. */
    record Document(String kind, byte[] content) {}

    /**
     * Stores a letter about to leave, in place of an earlier rendering that did not.
     *
     * @param leaving null when the page itself leaves
     * @throws IllegalStateException when it has left already
     */
    void prepare(Draft draft, Rendered letter, @Nullable Document leaving, Instant now) {
        find(draft.key()).ifPresent(this::replace);
        prepared.add(row(draft, letter, now));
        documents.add(new Object[] {draft.key(), PDF, letter.pdf()});
        if (leaving != null) {
            documents.add(new Object[] {draft.key(), leaving.kind(), leaving.content()});
        }
        links.keep(draft);
        found.forget(draft.key());
    }

    private void replace(Letter earlier) {
        if (earlier.state() == LetterState.SENT) {
            throw new IllegalStateException("Letter " + earlier.id() + " has left already");
        }
        sql("delete from app.letter where id = ?").param(earlier.id()).update();
    }

    private Object[] row(Draft draft, Rendered letter, Instant now) {
        Demand demand = draft.demand();
        return new Object[] {
            draft.key(),
            draft.caseNumber().value(),
            draft.type().name(),
            draft.type().legalStep().name(),
            draft.channel().name(),
            draft.sender(),
            draft.recipient(),
            draft.language().getLanguage(),
            Date.valueOf(draft.dated()),
            draft.deadline() == null ? null : Date.valueOf(draft.deadline()),
            Timestamp.from(now),
            demand.principal().getCurrencyUnit().getCode(),
            demand.principal().getAmount(),
            demand.fee().getAmount(),
            demand.interest().getAmount(),
            demand.compensation().getAmount(),
            demand.costs().getAmount(),
            demand.newFee().getAmount(),
            demand.newInterest().getAmount(),
            demand.newCompensation().getAmount(),
            letter.subject(),
            letter.text(),
            letter.html(),
            written(draft.terms()),
            written(LetterBasis.of(draft, letter)),
            home.value(),
            draft.invoice().debtor().id()
        };
    }

    /** The moment of preparing counts as the moment of sending: seconds lie between them, and it is what the letter says. */
    void sent(UUID id, String receipt) {
        sent.add(new LetterSeals.Leaving(id, receipt.substring(0, Math.min(LONGEST_RECEIPT, receipt.length()))));
        found.forget(id);
    }

    private void write(List<LetterSeals.Leaving> letters) {
        List<Seal> sealed = seals.of(letters);
        jdbc.update(
                "update app.letter l set state = 'SENT', sent_at = prepared_at, receipt = s.receipt, seal_number = s.number,"
                        + " seal = s.seal from unnest(?, ?, ?, ?) as s(id, receipt, number, seal) where l.id = s.id",
                letters.stream().map(LetterSeals.Leaving::id).toArray(UUID[]::new),
                letters.stream().map(LetterSeals.Leaving::receipt).toArray(String[]::new),
                sealed.stream().map(Seal::number).toArray(Integer[]::new),
                sealed.stream().map(Seal::value).toArray(String[]::new));
    }

    void refused(UUID id) {
        sql("insert into app.refused_address (letter_id, address) select id, recipient from app.letter where id = ?"
                        + " on conflict do nothing")
                .param(id)
                .update();
    }

    /** @return false when it was told before; that stays as it is */
    boolean returned(UUID id, LetterReturn returned) {
        found.forget(id);
        return sql("insert into app.letter_return (letter_id, way, reason, told_at, told_by, open)"
                                + " values (?, ?, ?, ?, ?, true) on conflict do nothing")
                        .params(
                                id,
                                returned.way().name(),
                                returned.reason(),
                                Timestamp.from(returned.toldAt()),
                                returned.toldBy())
                        .update()
                == 1;
    }

    /** The letters of a case that came back and that nobody has seen to yet, in the order in which they left. */
    List<Letter> openReturns(CaseNumber caseNumber) {
        return sql(LETTER + " where r.open and l.case_number = ? order by l.prepared_at, l.id")
                .param(caseNumber.value())
                .query(this::letter)
                .list();
    }

    /** Somebody has seen to the letters of a case that came back. */
    void closeReturns(CaseNumber caseNumber) {
        sql("update app.letter_return r set open = false from app.letter l"
                        + " where l.id = r.letter_id and r.open and l.case_number = ?")
                .param(caseNumber.value())
                .update();
    }

    void withdraw(UUID id) {
        found.forget(id);
        sql("update app.letter set state = 'WITHDRAWN' where id = ? and state = 'PREPARED'")
                .param(id)
                .update();
    }

    /** Whether it was made ready by the node of this folder. */
    boolean isPreparedHere(UUID id) {
        return sql("select count(*) from app.letter where id = ? and prepared_in = ?")
                        .params(id, home.value())
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** Of these letters those to debtors whose address is protected. */
    Set<UUID> toProtected(Collection<UUID> ids) {
        return Set.copyOf(sql("select l.id from app.letter l join app.debtor d on d.id = l.debtor_id"
                        + " where l.id = any(:ids) and d.protected_address")
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    Optional<Letter> find(UUID id) {
        return found.of(id, this::read);
    }

    private Map<UUID, Optional<Letter>> read(List<UUID> ids) {
        Map<UUID, Optional<Letter>> letters = new HashMap<>();
        ids.forEach(id -> letters.put(id, Optional.empty()));
        sql(LETTER + " where l.id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(this::letter)
                .list()
                .forEach(letter -> letters.put(letter.id(), Optional.of(letter)));
        return letters;
    }

    List<Letter> of(CaseNumber caseNumber) {
        return sql(LETTER + " where l.case_number = ? order by l.prepared_at, l.id")
                .param(caseNumber.value())
                .query(this::letter)
                .list();
    }

    /** What has left of some cases and counts in law, without its words; a case without letters is left out. */
    Map<CaseNumber, List<SentLetter>> sent(Collection<CaseNumber> caseNumbers) {
        Map<CaseNumber, List<SentLetter>> sent = new HashMap<>();
        sql("select case_number, case when type = 'PLAN_CONFIRMATION' then 'PLAN' else legal_step end as legal_step, dated,"
                        + " deadline, new_fee, channel from app.letter where state = 'SENT'"
                        + " and (legal_step <> 'NONE' or type = 'PLAN_CONFIRMATION' and new_fee > 0) and case_number = any(:cases)"
                        + " and not exists (select from app.letter_return where letter_id = id) order by prepared_at, id")
                .param("cases", caseNumbers.stream().map(CaseNumber::value).toArray(String[]::new))
                .query(row -> {
                    sent.computeIfAbsent(new CaseNumber(row.getString("case_number")), number -> new ArrayList<>())
                            .add(new SentLetter(
                                    LegalStep.valueOf(row.getString("legal_step")),
                                    row.getObject("dated", LocalDate.class),
                                    row.getObject("deadline", LocalDate.class),
                                    row.getBigDecimal("new_fee").signum() > 0
                                            && !row.getString("legal_step").equals(LegalStep.PLAN.name()),
                                    Channel.valueOf(row.getString("channel")) == Channel.EMAIL));
                });
        return sent;
    }

    Optional<byte[]> content(UUID id, String kind) {
        return sql("select content from app.letter_document where letter_id = ? and kind = ?")
                .params(id, kind)
                .query(byte[].class)
                .optional();
    }

    Optional<String> html(UUID id) {
        return sql("select html from app.letter where id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    private Letter letter(ResultSet row, int number) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
        Timestamp sentAt = row.getTimestamp("sent_at");
        return new Letter(
                row.getObject("id", UUID.class),
                new CaseNumber(row.getString("case_number")),
                LetterType.valueOf(row.getString("type")),
                LetterState.valueOf(row.getString("state")),
                Channel.valueOf(row.getString("channel")),
                row.getString("recipient"),
                Locale.forLanguageTag(row.getString("language")),
                row.getString("subject"),
                row.getObject("dated", LocalDate.class),
                sentAt == null ? null : sentAt.toInstant(),
                row.getObject("deadline", LocalDate.class),
                money(currency, row.getBigDecimal("principal")),
                money(currency, row.getBigDecimal("fee")),
                money(currency, row.getBigDecimal("interest")),
                money(currency, row.getBigDecimal("compensation")),
                money(currency, row.getBigDecimal("costs")),
                money(currency, row.getBigDecimal("new_fee")),
                money(currency, row.getBigDecimal("new_interest")),
                money(currency, row.getBigDecimal("new_compensation")),
                terms(row.getString("terms")),
                returned(row));
    }

    private static @Nullable LetterReturn returned(ResultSet row) throws SQLException {
        String way = row.getString("returned_way");
        return way == null
                ? null
                : new LetterReturn(
                        LetterReturn.Way.valueOf(way),
                        row.getString("returned_reason"),
                        row.getTimestamp("returned_told_at").toInstant(),
                        row.getString("returned_told_by"));
    }

    private String written(Object terms) {
        try {
            return json.writeValueAsString(terms);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The terms of a letter cannot be kept", e);
        }
    }

    private @Nullable LetterTerms terms(@Nullable String terms) {
        try {
            return terms == null ? null : json.readValue(terms, LetterTerms.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not the terms of a letter: " + terms, e);
        }
    }

    private static Money money(CurrencyUnit currency, BigDecimal amount) {
        return Money.of(currency, amount);
    }
}
