package no.forfall.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.Samples;
import no.forfall.engine.ActivityBarred;
import no.forfall.engine.ActivityWaits;
import no.forfall.law.Verdict;
import no.forfall.outbox.Delivery;
import no.forfall.shared.CaseNumber;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ForfallTest
class MailboxTest {

    @Autowired
    SendLetter activity;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Letters letters;

    @Autowired
    Samples samples;

    @Autowired
    House house;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void takesTheMailWhereNoServerIsSet() {
        house.itIs("2026-04-20");
        CaseNumber number =
                samples.caseDue("2026-03-16", "Lillevik AS", "NOK 4200.00").number();
        jdbc.sql("update app.debtor set email = 'post@lillevik.example' where name = 'Lillevik AS'")
                .update();
        jdbc.sql("update app.creditor set email = 'faktura@fjord.example' where organisation_number = '987654325'")
                .update();
        UUID key = UUID.randomUUID();
        Delivery letter = prepare(key, number);
        assertThat(activity.repeatable(key)).isTrue();
        letter.deliver();
        letter.deliver();

        assertThat(mailbox.page(0, 50))
                .filteredOn(message -> message.letterId().equals(key))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.recipient()).isEqualTo("post@lillevik.example");
                    assertThat(message.sender()).isEqualTo("faktura@fjord.example");
                });
        assertThat(mailbox.text(key).orElseThrow()).contains("4\u00a0", "Lillevik AS");
        assertThat(mailbox.html(key).orElseThrow())
                .isEqualToNormalizingNewlines(letters.html(key).orElseThrow());
        assertThat(mailbox.pdf(key).orElseThrow()).isEqualTo(letters.pdf(key).orElseThrow());
        assertThat(mailbox.text(UUID.randomUUID())).isEmpty();
    }

    @Test
    void takesATextMessageWhereNoGatewayIsSet() {
        house.itIs("2026-03-25");
        CaseNumber number =
                samples.caseDue("2026-03-16", "Storevik AS", "NOK 4200.00").number();
        jdbc.sql("update app.debtor set email = null, street = null, phone = '41234567' where name = 'Storevik AS'")
                .update();
        UUID key = UUID.randomUUID();
        prepare(key, number, LetterType.FRIENDLY_REMINDER).deliver();

        assertThat(mailbox.find(key)).hasValueSatisfying(message -> {
            assertThat(message.channel()).isEqualTo(Channel.SMS);
            assertThat(message.recipient()).isEqualTo("+4741234567");
        });
        assertThat(mailbox.text(key)).isEqualTo(letters.shortText(key)).hasValueSatisfying(words -> assertThat(words)
                .contains("faktura"));
        assertThat(mailbox.html(key)).isEmpty();
        assertThat(mailbox.pdf(key)).isEmpty();
    }

    private Delivery prepare(UUID key, CaseNumber number) {
        return prepare(key, number, LetterType.FEE_REMINDER);
    }

    private Delivery prepare(UUID key, CaseNumber number, LetterType type) {
        var input = new SendLetter.Input(type, null, null);
        return transaction.execute(status -> {
            try {
                return activity.prepare(key, number, input, new Verdict.Allowed(), house.today());
            } catch (ActivityBarred | ActivityWaits barred) {
                throw new AssertionError(barred);
            }
        });
    }
}
