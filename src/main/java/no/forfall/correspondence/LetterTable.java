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
import java.util.UUID;
import no.forfall.correspondence.post.Parcel;
import no.forfall.correspondence.text.Demand;
import no.forfall.correspondence.text.Draft;
import no.forfall.correspondence.text.Rendered;
import no.forfall.home.HomeId;
import no.forfall.law.LegalStep;
import no.forfall.law.SentLetter;
import no.forfall.policy.LetterTerms;
import no.forfall.shared.CaseNumber;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The letters and the very bytes that left. */
@Repository
class LetterTable {

    static final String MIME = "MIME";
    static final String PDF = "PDF";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final HomeId home;

    LetterTable(JdbcClient jdbc, ObjectMapper json, HomeId home) {
        this.jdbc = jdbc;
        this.home = home;
        this.json = json;
    }

    /**
     * Stores a letter about to leave, in place of an earlier rendering that did not.
     *
     * @throws IllegalStateException when it has left already
     */
    void prepare(Draft draft, Rendered letter, byte @Nullable [] mime, Instant now) {
        if (!insert(draft, letter, now)) {
            jdbc.sql("delete from app.letter where id = ? and state <> 'SENT'")
                    .param(draft.key())
                    .update();
            if (!insert(draft, letter, now)) {
                throw new IllegalStateException("Letter " + draft.key() + " has left already");
            }
        }
        document(draft.key(), PDF, letter.pdf());
        if (mime != null) {
            document(draft.key(), MIME, mime);
        }
    }

    /** @return false when there is one under the key */
    private boolean insert(Draft draft, Rendered letter, Instant now) {
        Demand demand = draft.demand();
        return jdbc.sql(
                                "insert into app.letter (id, case_number, type, legal_step, state, channel, sender, recipient, language,"
                                        + " dated, deadline, prepared_at, currency, principal, fee, interest, compensation, costs, new_fee,"
                                        + " new_interest, new_compensation, subject, text, html, terms, prepared_in) values (:id, :case, :type, :step, 'PREPARED', :channel,"
                                        + " :sender, :recipient, :language, :dated, :deadline, :at, :currency, :principal, :fee,"
                                        + " :interest, :compensation, :costs, :newFee, :newInterest, :newCompensation, :subject, :text, :html,"
                                        + " cast(:terms as jsonb), :home) on conflict (id) do nothing")
                        .param("id", draft.key())
                        .param("case", draft.caseNumber().value())
                        .param("type", draft.type().name())
                        .param("step", draft.type().legalStep().name())
                        .param("channel", draft.channel().name())
                        .param("sender", draft.sender())
                        .param("recipient", draft.recipient())
                        .param("language", draft.language().getLanguage())
                        .param("dated", Date.valueOf(draft.dated()))
                        .param("deadline", draft.deadline() == null ? null : Date.valueOf(draft.deadline()))
                        .param("at", Timestamp.from(now))
                        .param("currency", demand.principal().getCurrencyUnit().getCode())
                        .param("principal", demand.principal().getAmount())
                        .param("fee", demand.fee().getAmount())
                        .param("interest", demand.interest().getAmount())
                        .param("compensation", demand.compensation().getAmount())
                        .param("costs", demand.costs().getAmount())
                        .param("newFee", demand.newFee().getAmount())
                        .param("newInterest", demand.newInterest().getAmount())
                        .param("newCompensation", demand.newCompensation().getAmount())
                        .param("subject", letter.subject())
                        .param("text", letter.text())
                        .param("html", letter.html())
                        .param("terms", written(draft.terms()))
                        .param("home", home.value())
                        .update()
                == 1;
    }

    private void document(UUID id, String kind, byte[] content) {
        jdbc.sql("insert into app.letter_document (letter_id, kind, content) values (?, ?, ?)")
                .params(id, kind, content)
                .update();
    }

    Parcel parcel(UUID id) {
        return jdbc.sql("select l.case_number, l.sender, l.recipient, l.subject, d.content from app.letter l"
                        + " join app.letter_document d on d.letter_id = l.id"
                        + " and d.kind = case l.channel when 'EMAIL' then 'MIME' else 'PDF' end where l.id = ?")
                .param(id)
                .query((row, number) -> new Parcel(
                        id,
                        new CaseNumber(row.getString("case_number")),
                        row.getString("sender") == null ? "" : row.getString("sender"),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getBytes("content")))
                .single();
    }

    /** The moment of preparing counts as the moment of sending: seconds lie between them, and it is what the letter says. */
    void sent(UUID id, String receipt) {
        jdbc.sql("update app.letter set state = 'SENT', sent_at = prepared_at, receipt = left(:receipt, 500)"
                        + " where id = :id")
                .param("receipt", receipt)
                .param("id", id)
                .update();
    }

    void refused(UUID id) {
        jdbc.sql(
                        "insert into app.refused_address (letter_id, address) select id, recipient from app.letter where id = ?"
                                + " on conflict (letter_id) do update set address = excluded.address")
                .param(id)
                .update();
    }

    Optional<String> refusedAddress(UUID id) {
        return jdbc.sql("select address from app.refused_address where letter_id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    void withdraw(UUID id) {
        jdbc.sql("update app.letter set state = 'WITHDRAWN' where id = ? and state = 'PREPARED'")
                .param(id)
                .update();
    }

    /** Whether it was made ready by the node of this folder. */
    boolean isPreparedHere(UUID id) {
        return jdbc.sql("select count(*) from app.letter where id = ? and prepared_in = ?")
                        .params(id, home.value())
                        .query(Long.class)
                        .single()
                == 1;
    }

    Optional<Letter> find(UUID id) {
        return jdbc.sql("select * from app.letter where id = ?")
                .param(id)
                .query(this::letter)
                .optional();
    }

    List<Letter> of(CaseNumber caseNumber) {
        return jdbc.sql("select * from app.letter where case_number = ? order by prepared_at, id")
                .param(caseNumber.value())
                .query(this::letter)
                .list();
    }

    /** What has left of some cases, without its words; a case without letters is left out. */
    Map<CaseNumber, List<SentLetter>> sent(Collection<CaseNumber> caseNumbers) {
        Map<CaseNumber, List<SentLetter>> sent = new HashMap<>();
        jdbc.sql("select case_number, legal_step, dated, deadline, new_fee, channel from app.letter"
                        + " where state = 'SENT' and case_number = any(:cases) order by prepared_at, id")
                .param("cases", caseNumbers.stream().map(CaseNumber::value).toArray(String[]::new))
                .query(row -> {
                    sent.computeIfAbsent(new CaseNumber(row.getString("case_number")), number -> new ArrayList<>())
                            .add(new SentLetter(
                                    LegalStep.valueOf(row.getString("legal_step")),
                                    row.getObject("dated", LocalDate.class),
                                    row.getObject("deadline", LocalDate.class),
                                    row.getBigDecimal("new_fee").signum() > 0,
                                    Channel.valueOf(row.getString("channel")) == Channel.EMAIL));
                });
        return sent;
    }

    Optional<byte[]> content(UUID id, String kind) {
        return jdbc.sql("select content from app.letter_document where letter_id = ? and kind = ?")
                .params(id, kind)
                .query(byte[].class)
                .optional();
    }

    Optional<String> html(UUID id) {
        return jdbc.sql("select html from app.letter where id = ?")
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
                terms(row.getString("terms")));
    }

    private String written(LetterTerms terms) {
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
