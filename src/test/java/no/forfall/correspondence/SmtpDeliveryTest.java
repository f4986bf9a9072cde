package no.forfall.correspondence;

import static no.forfall.outbox.EffectState.CONFIRMED;
import static no.forfall.outbox.EffectState.QUEUED;
import static no.forfall.outbox.EffectState.SENDING;
import static no.forfall.outbox.EffectState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import no.forfall.correspondence.UnreliableMailServer.Mood;
import no.forfall.journal.Journal;
import no.forfall.outbox.QueuedEffect;
import no.forfall.receivables.Invoice;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

class SmtpDeliveryTest extends LetterTestCase {

    private static final Money NOTHING = Money.parse("NOK 0.00");

    @Autowired
    LetterTable table;

    @Autowired
    Journal journal;

    private Invoice invoice;

    @BeforeEach
    void anOverdueInvoice() {
        house.itIs("2026-04-20");
        invoice = invoice(Country.NO, "2026-03-16", false);
    }

    @Test
    void mailsTextAndPageUnderANumberMadeOfTheKey() throws Exception {
        Letter letter = send(invoice, LetterType.FEE_REMINDER);
        assertThat(stateOf(letter.id())).isEqualTo(CONFIRMED);
        assertThat(SERVER.received()).hasSize(1);
        MimeMessage message = SERVER.received().get(0);
        assertThat(message.getMessageID()).isEqualTo("<" + letter.id() + "@nordlys.example>");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getFrom()[0]).hasToString("Nordlys AS <faktura@nordlys.example>");
        assertThat(message.getSubject()).isEqualTo(letter.subject());
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        message.writeTo(received);
        String stored =
                new String(table.content(letter.id(), LetterTable.MIME).orElseThrow(), StandardCharsets.ISO_8859_1);
        assertThat(received.toString(StandardCharsets.ISO_8859_1)).contains(stored.strip());
        assertThat(stored).contains("text/plain", "text/html", "application/pdf");
    }

    /** A signature covers bytes: what is kept, what is handed over and what arrives must be the same. */
    @Test
    void isReadyToBeSignedOnItsWay() throws Exception {
        jdbc.sql("update app.invoice set description = ? where id = ?")
                .params("æ ".repeat(100) + "x".repeat(200), invoice.id())
                .update();
        Letter letter = mailed(invoice, LetterType.COLLECTION_NOTICE);
        byte[] stored = table.content(letter.id(), LetterTable.MIME).orElseThrow();
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        SERVER.received().get(0).writeTo(received);
        String arrived = received.toString(StandardCharsets.ISO_8859_1);
        String kept = new String(stored, StandardCharsets.ISO_8859_1);
        int trace = arrived.indexOf(kept.substring(0, kept.indexOf('\n')));
        assertThat(arrived.substring(0, trace)).startsWith("Return-Path: <faktura@nordlys.example>");
        assertThat(arrived.substring(trace).stripTrailing()).isEqualTo(kept.stripTrailing());

        assertThat(kept.chars()).as("seven bits").allMatch(octet -> octet < 128);
        assertThat(kept.replace("\r\n", "")).as("bare ends of lines").doesNotContain("\r", "\n");
        assertThat(kept.lines()).as("RFC 5322, 2.1.1").allMatch(line -> line.length() <= 998);
        MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(stored));
        for (String header : new String[] {
            "Date", "From", "Reply-To", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type", "Auto-Submitted"
        }) {
            assertThat(message.getHeader(header)).as(header).hasSize(1);
        }
        assertThat(message.getHeader("List-Unsubscribe")).isNull();
        assertThat(message.getHeader("Sender")).isNull();
        assertThat(message.getHeader("From", null)).contains("<faktura@nordlys.example>");
        assertThat(message.getHeader("Reply-To", null)).isEqualTo("faktura@nordlys.example");
        assertThat(message.getMessageID()).endsWith("@nordlys.example>");
        assertThat(message.getSentDate().toInstant()).isEqualTo(letter.sentAt().truncatedTo(ChronoUnit.SECONDS));
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {
                "GREETS_WITH_554",
                "REFUSES_SENDER_451",
                "REFUSES_RECIPIENT_450",
                "HANGS_UP_AT_RECIPIENT",
                "REFUSES_DATA_554",
                "REFUSES_MESSAGE_552"
            })
    void triesAgainWhenTheMailSurelyDidNotArrive(Mood mood) {
        SERVER.is(mood);
        UUID key = queue(invoice, LetterType.FEE_REMINDER);
        outbox.runDue();
        assertThat(stateOf(key)).isEqualTo(QUEUED);
        assertThat(SERVER.received()).isEmpty();
        assertThat(balance(invoice).fee()).isEqualTo(NOTHING);

        SERVER.is(Mood.WELL);
        house.itIs("2026-04-22");
        outbox.runDue();
        Letter letter = letters.find(key).orElseThrow();
        assertThat(stateOf(key)).isEqualTo(CONFIRMED);
        assertThat(letter.dated()).isEqualTo("2026-04-22");
        assertThat(letter.deadline()).isEqualTo("2026-05-06");
        assertThat(letters.of(letter.caseNumber())).hasSize(1);
        assertThat(SERVER.received()).hasSize(1);
        assertThat(balance(invoice).fee()).isEqualTo(Money.parse("NOK 38.00"));
    }

    /** Nobody answers: the first letter finds it out, the next ones wait without an attempt. */
    @Test
    void leavesTheMailServerAloneForAWhileWhenNobodyAnswers() {
        SERVER.is(Mood.GREETS_WITH_554);
        UUID first = queue(invoice, LetterType.FEE_REMINDER);
        outbox.runDue();
        Invoice other = invoice(Country.NO, "2026-03-16", false);
        UUID next = queue(other, LetterType.FEE_REMINDER);
        SERVER.is(Mood.WELL);
        outbox.runDue();
        QueuedEffect waiting = outbox.find(next).orElseThrow();
        assertThat(waiting.state()).isEqualTo(QUEUED);
        assertThat(waiting.rule()).isEqualTo(SendLetter.CLOSED_RULE);
        assertThat(waiting.reason()).contains("does not answer");
        assertThat(waiting.attempts()).isZero();
        assertThat(letters.find(next)).as("a letter put in words in vain").isEmpty();
        assertThat(SERVER.received()).isEmpty();

        house.itIs("2026-04-22");
        outbox.runDue();
        outbox.runDue();
        for (UUID key : List.of(first, next)) {
            Letter letter = letters.find(key).orElseThrow();
            assertThat(letter.dated()).isEqualTo("2026-04-22");
            assertThat(letter.deadline()).isEqualTo("2026-05-06");
            assertThat(stateOf(key)).isEqualTo(CONFIRMED);
        }
        assertThat(SERVER.received()).hasSize(2);
    }

    @Test
    void goesOnPaperOnceTheAddressWasRefusedForGood() {
        SERVER.is(Mood.REFUSES_RECIPIENT_550);
        UUID key = queue(invoice, LetterType.FEE_REMINDER);
        outbox.runDue();
        SERVER.is(Mood.WELL);
        house.itIs("2026-04-22");
        outbox.runDue();
        assertThat(letters.find(key).orElseThrow().channel()).isEqualTo(Channel.PRINT);
        assertThat(SERVER.received()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"HANGS_UP_IN_MESSAGE", "HANGS_UP_AFTER_MESSAGE", "FALLS_SILENT_AFTER_MESSAGE"})
    void asksAPersonWhenNobodyKnowsWhetherTheMailArrived(Mood mood) {
        SERVER.is(mood);
        UUID key = queue(invoice, LetterType.FEE_REMINDER);
        outbox.runDue();
        assertThat(stateOf(key)).isEqualTo(UNKNOWN);
        int arrived = SERVER.received().size();

        SERVER.is(Mood.WELL);
        house.itIs("2026-05-20");
        outbox.runDue();
        assertThat(stateOf(key)).isEqualTo(UNKNOWN);
        assertThat(SERVER.received()).hasSize(arrived);
        assertThat(balance(invoice).fee()).isEqualTo(NOTHING);

        outbox.settleAsDelivered(key, "the debtor has it");
        outbox.runDue();
        assertThat(stateOf(key)).isEqualTo(CONFIRMED);
        assertThat(SERVER.received()).hasSize(arrived);
        assertThat(letters.find(key).orElseThrow().dated()).isEqualTo("2026-04-20");
        assertThat(balance(invoice).fee()).isEqualTo(Money.parse("NOK 38.00"));
    }

    /** The node dies between the two transactions: all that is left of it is a row with a lease. */
    @Test
    void listsAMailAsUnknownWhenTheNodeDiedOverIt() {
        UUID key = queue(invoice, LetterType.FEE_REMINDER);
        SERVER.is(Mood.REFUSES_SENDER_451);
        outbox.runDue();
        SERVER.is(Mood.WELL);
        dieWhileSending(key);
        assertThat(stateOf(key)).isEqualTo(UNKNOWN);
        assertThat(SERVER.received()).isEmpty();
    }

    @Test
    void printsAgainUnderTheSameNameWhenTheNodeDiedOverIt() {
        Invoice onPaper = invoice(Country.NO, "2026-03-16", false, null, null);
        UUID key = queue(onPaper, LetterType.FEE_REMINDER);
        outbox.runDue();
        jdbc.sql("update app.letter set state = 'PREPARED' where id = ?")
                .param(key)
                .update();
        dieWhileSending(key);
        assertThat(stateOf(key)).isEqualTo(CONFIRMED);
        assertThat(balance(onPaper).fee()).isEqualTo(Money.parse("NOK 38.00"));
    }

    /** The letter lies in the dead node's folder, or it does not. */
    @Test
    void asksAPersonAboutALetterForPrintWhenAnotherNodeDiedOverIt() {
        UUID key = queue(invoice(Country.NO, "2026-03-16", false, null, null), LetterType.FEE_REMINDER);
        outbox.runDue();
        jdbc.sql("update app.letter set state = 'PREPARED', prepared_in = 'another' where id = ?")
                .param(key)
                .update();
        dieWhileSending(key);
        assertThat(stateOf(key)).isEqualTo(UNKNOWN);
    }

    /** The node stood still while it handed the mail over, and its lease ran out. */
    @Test
    void knowsAfterAllThatAMailArrivedThatWasListedAsUnknown() {
        UUID key = queue(invoice, LetterType.FEE_REMINDER);
        SERVER.beforeItAgrees(() -> jdbc.sql("update app.outbox set state = 'UNKNOWN' where key = ?")
                .param(key)
                .update());
        outbox.runDue();
        assertThat(stateOf(key)).isEqualTo(CONFIRMED);
        assertThat(balance(invoice).fee()).isEqualTo(Money.parse("NOK 38.00"));
        assertThat(journal.of(letters.find(key).orElseThrow().caseNumber(), Long.MAX_VALUE, 50))
                .anyMatch(entry -> entry.kind().equals("EffectMovedOn"));
    }

    @Test
    void doesNotSpeakForANodeThatHasTakenOver() {
        UUID key = queue(invoice, LetterType.FEE_REMINDER);
        SERVER.beforeItAgrees(
                () -> jdbc.sql("update app.outbox set attempts = attempts + 1, lease_until = now() + interval '1 day'"
                                + " where key = ?")
                        .param(key)
                        .update());
        outbox.runDue();
        assertThat(stateOf(key)).isEqualTo(SENDING);
        assertThat(balance(invoice).fee()).isEqualTo(NOTHING);
    }

    private void dieWhileSending(UUID key) {
        jdbc.sql("update app.outbox set state = 'SENDING', lease_until = clock_timestamp() + interval '200 ms'"
                        + " where key = ?")
                .param(key)
                .update();
        await().atMost(Duration.ofSeconds(5)).until(() -> {
            outbox.runDue();
            return !stateOf(key).name().equals("SENDING");
        });
    }
}
