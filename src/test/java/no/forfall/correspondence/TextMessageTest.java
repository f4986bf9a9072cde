package no.forfall.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import no.forfall.correspondence.post.TestSmsGateway;
import no.forfall.journal.Journal;
import no.forfall.journal.JournalEntry;
import no.forfall.outbox.EffectState;
import no.forfall.receivables.Invoice;
import no.forfall.shared.Country;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class TextMessageTest extends LetterTestCase {

    static final TestSmsGateway GATEWAY = new TestSmsGateway();

    @DynamicPropertySource
    static void gateway(DynamicPropertyRegistry properties) {
        properties.add("forfall.sms.url", GATEWAY::url);
        properties.add("forfall.sms.token", () -> "secret");
        properties.add("forfall.sms.sender", () -> "Nordlys");
        properties.add("forfall.sms.timeout", () -> "PT0.3S");
    }

    @AfterAll
    static void stop() {
        GATEWAY.close();
    }

    @Autowired
    LetterTable table;

    @Autowired
    LetterVerification verification;

    @Autowired
    Journal journal;

    @BeforeEach
    void wellAndAtNoon() {
        GATEWAY.reset();
        house.itIs("2026-03-25");
    }

    private Invoice withPhone(String phone, String email, String street) {
        Invoice invoice = invoice(Country.NO, "2026-03-16", false, email, null);
        jdbc.sql("update app.debtor set phone = ?, street = ? where id = ?")
                .params(phone, street, invoice.debtor().id())
                .update();
        return invoice;
    }

    @Test
    void takesAFriendlyReminderToADebtorWithNothingButAMobileNumber() {
        Invoice invoice = withPhone("412 34 567", null, null);
        Letter letter = send(invoice, LetterType.FRIENDLY_REMINDER);
        assertThat(stateOf(letter.id())).isEqualTo(EffectState.CONFIRMED);
        assertThat(letter.channel()).isEqualTo(Channel.SMS);
        assertThat(letter.recipient()).isEqualTo("+4741234567");
        assertThat(GATEWAY.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.key()).isEqualTo(letter.id().toString());
            assertThat(asked.message().get("to").asText()).isEqualTo("+4741234567");
            assertThat(asked.message().get("from").asText()).isEqualTo("Nordlys");
            assertThat(asked.message().get("text").asText())
                    .isEqualTo(letters.shortText(letter.id()).orElseThrow())
                    .contains("Nordlys AS", invoice.number(), "77 00 11 22")
                    .doesNotContain("12 500", "12500");
        });
        assertThat(SERVER.received()).isEmpty();
        assertThat(jdbc.sql("select receipt from app.letter where id = ?")
                        .param(letter.id())
                        .query(String.class)
                        .single())
                .isEqualTo("gw-7");
        assertThat(journal.of(letter.caseNumber(), Long.MAX_VALUE, 50))
                .extracting(JournalEntry::facts)
                .anyMatch(facts -> "SMS".equals(facts.get("channel")));
    }

    @Test
    void isSealedWordForWord() {
        Letter letter = send(withPhone("41234567", null, null), LetterType.FRIENDLY_REMINDER);
        assertThat(verification.of(letter.caseNumber()).isWhole()).isTrue();
        jdbc.sql("update app.letter_document set content = ? where letter_id = ? and kind = 'SMS'")
                .params("Other words".getBytes(StandardCharsets.UTF_8), letter.id())
                .update();
        assertThat(verification.of(letter.caseNumber()).findings())
                .extracting(LetterVerification.Finding::fault)
                .containsExactly(LetterVerification.Fault.CHANGED);
    }

    /** A text message is no valid delivery of a reminder with a fee (NO-R16). */
    @Test
    void takesNoLetterThatTheLawCounts() {
        house.itIs("2026-04-20");
        Invoice invoice = withPhone("41234567", null, null);
        UUID key = queue(invoice, LetterType.FEE_REMINDER);
        outbox.runDue();
        assertThat(stateOf(key)).isEqualTo(EffectState.BARRED);
        assertThat(GATEWAY.asked()).isEmpty();
    }

    @Test
    void isTheLastWayAsLongAsNobodyWishesIt() {
        assertThat(send(withPhone("41234567", "kari@bakke.example", "Lia 1"), LetterType.FRIENDLY_REMINDER)
                        .channel())
                .isEqualTo(Channel.EMAIL);
        assertThat(send(withPhone("41234567", null, "Lia 1"), LetterType.FRIENDLY_REMINDER)
                        .channel())
                .isEqualTo(Channel.PRINT);
    }

    @Test
    void isTheFirstWayWhereTheTableOfTheCreditorSaysSo() throws Exception {
        String house = Files.readString(Path.of("processes/policy/letter-policy.dmn"));
        publish(wishing(house, "SMS"));
        try {
            assertThat(send(withPhone("41234567", "kari@bakke.example", null), LetterType.FRIENDLY_REMINDER)
                            .channel())
                    .isEqualTo(Channel.SMS);
            this.house.itIs("2026-04-20");
            assertThat(send(withPhone("41234567", "kari@bakke.example", null), LetterType.FEE_REMINDER)
                            .channel())
                    .as("a reminder that the law counts")
                    .isEqualTo(Channel.EMAIL);
            publish(wishing(house, "PRINT"));
            assertThat(send(withPhone(null, "kari@bakke.example", "Lia 1"), LetterType.FEE_REMINDER)
                            .channel())
                    .isEqualTo(Channel.PRINT);
        } finally {
            publish(house);
        }
    }

    private void publish(String table) {
        editions.publish("letter-policy.dmn", table.getBytes(StandardCharsets.UTF_8), "test", "channel");
    }

    /** The house's table with one more row before all others. */
    private static String wishing(String table, String channel) {
        int outputs = table.split("<output ").length - 1;
        String inputs = "";
        for (int i = 0; i < table.split("<input ").length - 1; i++) {
            inputs += "<inputEntry id=\"wish-in-" + i + "\"><text>-</text></inputEntry>";
        }
        String answers = "<outputEntry id=\"wish-tone\"><text>\"NEUTRAL\"</text></outputEntry>";
        for (int i = 1; i < outputs - 1; i++) {
            answers += "<outputEntry id=\"wish-out-" + i + "\"><text></text></outputEntry>";
        }
        answers += "<outputEntry id=\"wish-channel\"><text>\"" + channel + "\"</text></outputEntry>";
        int first = table.indexOf("<rule ");
        return table.substring(0, first) + "<rule id=\"wish\">" + inputs + answers + "</rule>" + table.substring(first);
    }

    @Test
    void goesAnotherWayOnceTheNumberWasRefusedForGood() {
        GATEWAY.answers(422);
        Invoice invoice = withPhone("41234567", null, null);
        UUID key = queue(invoice, LetterType.FRIENDLY_REMINDER);
        outbox.runDue();
        assertThat(stateOf(key)).isEqualTo(EffectState.QUEUED);
        jdbc.sql("update app.debtor set street = 'Lia 1' where id = ?")
                .param(invoice.debtor().id())
                .update();
        GATEWAY.reset();
        house.itIs("2026-03-27");
        outbox.runDue();
        assertThat(letters.find(key).orElseThrow().channel()).isEqualTo(Channel.PRINT);
        assertThat(GATEWAY.asked()).isEmpty();
    }

    @Test
    void triesNoRefusedWayAgainAfterTheNextWasRefusedToo() {
        SERVER.is(UnreliableMailServer.Mood.REFUSES_RECIPIENT_550);
        GATEWAY.answers(400);
        UUID key = queue(withPhone("41234567", "kari@bakke.example", null), LetterType.FRIENDLY_REMINDER);
        outbox.runDue();
        house.itIs("2026-03-26");
        outbox.runDue();
        assertThat(GATEWAY.asked()).hasSize(1);
        house.itIs("2026-03-27");
        outbox.runDue();
        assertThat(stateOf(key)).isEqualTo(EffectState.BARRED);
    }

    @Test
    void isPostedAgainUnderTheSameKeyWhenTheGatewayDidNotAnswer() {
        GATEWAY.fallsSilent();
        UUID key = queue(withPhone("41234567", null, null), LetterType.FRIENDLY_REMINDER);
        outbox.runDue();
        assertThat(stateOf(key)).isEqualTo(EffectState.QUEUED);
        house.itIs("2026-03-26");
        outbox.runDue();
        assertThat(GATEWAY.asked()).hasSize(2).allMatch(asked -> asked.key().equals(key.toString()));
    }
}
