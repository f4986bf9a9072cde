package no.forfall.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import no.forfall.engine.ActivityWaits;
import no.forfall.engine.StepClosed;
import no.forfall.outbox.EffectState;
import no.forfall.outbox.QueuedEffect;
import no.forfall.receivables.Debtor;
import no.forfall.receivables.Invoice;
import no.forfall.shared.Country;
import no.forfall.shared.MovableClock;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.MockMvc;

class ContactsTest extends LetterTestCase {

    @Autowired
    Contacts contacts;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvc web;

    private static Instant oslo(String time) {
        return LocalDateTime.parse(time).atZone(ZoneId.of("Europe/Oslo")).toInstant();
    }

    /** Another invoice of the same debtor. */
    private Invoice another(Invoice one) {
        return transaction.execute(status -> {
            Invoice fresh = receivables.invoice(one.id());
            Debtor debtor = fresh.debtor();
            Invoice next = new Invoice(
                    debtor,
                    one.number() + "-" + UUID.randomUUID().toString().substring(0, 6),
                    one.issuedOn(),
                    one.dueOn(),
                    Money.parse("NOK 900.00"));
            return registry.register(next);
        });
    }

    private Letter sentOn(String day, Invoice invoice) {
        house.itIs(day);
        Letter letter = mailed(invoice, LetterType.FEE_REMINDER);
        assertThat(letter.state()).as(day).isEqualTo(LetterState.SENT);
        return letter;
    }

    private Contacts.Leaving leaving(Invoice invoice) {
        return new Contacts.Leaving(UUID.randomUUID(), caseOf(invoice));
    }

    private ActivityWaits waits(Invoice invoice, LetterType type, Channel channel) {
        return catchThrowableOfType(
                ActivityWaits.class, () -> contacts.check(leaving(invoice), type, channel, Country.NO, house.today()));
    }

    @Test
    void holdsTheFourthDayOfAWeekBackAndCountsItsDeadlineFromTheDayItLeaves() throws Exception {
        Invoice first = invoice(Country.NO, "2026-03-16", false);
        sentOn("2026-04-20", first);
        sentOn("2026-04-21", another(first));
        sentOn("2026-04-22", another(first));
        house.itIs("2026-04-23");
        Invoice fourth = another(first);
        UUID key = queue(fourth, LetterType.FEE_REMINDER);
        outbox.runDue();
        QueuedEffect waiting = outbox.find(key).orElseThrow();
        assertThat(waiting.state()).isEqualTo(EffectState.QUEUED);
        assertThat(waiting.rule()).isEqualTo("CONTACT-WEEK");
        assertThat(waiting.notBefore()).isEqualTo(oslo("2026-04-27T08:00"));
        assertThat(waiting.reason()).contains("er kontaktet på 3 dager", "kontaktats 3 dagar", "contacted on 3 days");
        assertThat(letters.find(key)).isEmpty();
        assertThat(web.perform(get("/cockpit/outbox?state=QUEUED")
                                .header("Accept-Language", "nb")
                                .with(user("mona").roles("MANAGER")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains(
                        "er kontaktet på 3 dager", "27.04.2026", caseOf(fourth).value());

        clock.moveTo(oslo("2026-04-27T08:00"));
        for (int attempt = 0; attempt < 5 && stateOf(key) != EffectState.CONFIRMED; attempt++) {
            outbox.runDue();
        }
        Letter letter = letters.find(key).orElseThrow();
        assertThat(letter.dated()).isEqualTo("2026-04-27");
        assertThat(letter.deadline()).isEqualTo("2026-05-11");
    }

    @Test
    void countsALetterThatLeavesOnTheSameDayOnlyOnce() {
        Invoice first = invoice(Country.NO, "2026-03-16", false);
        sentOn("2026-04-20", first);
        sentOn("2026-04-21", another(first));
        for (int i = 0; i < 4; i++) {
            sentOn("2026-04-22", another(first));
        }
        assertThat(waits(first, LetterType.FEE_REMINDER, Channel.EMAIL)).isNull();
        house.itIs("2026-04-23");
        assertThat(waits(first, LetterType.FEE_REMINDER, Channel.EMAIL)).isNotNull();
        assertThat(waits(invoice(Country.NO, "2026-03-16", false), LetterType.FEE_REMINDER, Channel.EMAIL))
                .as("another debtor")
                .isNull();
    }

    @Test
    void letsWhatOnlyTellsThroughAndCountsItNot() {
        Invoice first = invoice(Country.NO, "2026-03-16", false);
        sentOn("2026-04-20", first);
        sentOn("2026-04-21", another(first));
        Letter third = sentOn("2026-04-22", another(first));
        house.itIs("2026-04-23");
        assertThat(waits(first, LetterType.STATEMENT_OF_ACCOUNT, Channel.EMAIL)).isNull();
        assertThat(waits(first, LetterType.FRIENDLY_REMINDER, Channel.EMAIL)).isNotNull();
        jdbc.sql("update app.letter set legal_step = 'NONE' where debtor_id = ? and dated = ?")
                .params(first.debtor().id(), Date.valueOf(third.dated()))
                .update();
        assertThat(waits(first, LetterType.FRIENDLY_REMINDER, Channel.EMAIL)).isNull();
    }

    @Test
    void countsALetterThatDidNotArriveNot() {
        Invoice first = invoice(Country.NO, "2026-03-16", false);
        sentOn("2026-04-20", first);
        sentOn("2026-04-21", another(first));
        Letter third = sentOn("2026-04-22", another(first));
        house.itIs("2026-04-23");
        jdbc.sql(
                        "insert into app.letter_return (letter_id, way, reason, told_at, told_by, open)"
                                + " select id, 'BOUNCED', '550', now(), 'test', false from app.letter where debtor_id = ? and dated = ?")
                .params(first.debtor().id(), Date.valueOf(third.dated()))
                .update();
        assertThat(waits(first, LetterType.FEE_REMINDER, Channel.EMAIL)).isNull();
    }

    @Test
    void countsTheDaysOfCallsToo() {
        Invoice first = invoice(Country.NO, "2026-03-16", false);
        for (String day : new String[] {"2026-04-20", "2026-04-21", "2026-04-21"}) {
            house.itIs(day);
            call(first, true);
        }
        sentOn("2026-04-22", first);
        house.itIs("2026-04-23");
        ActivityWaits waits = waits(another(first), LetterType.FEE_REMINDER, Channel.PRINT);
        assertThat(waits.until()).isEqualTo(oslo("2026-04-27T08:00"));
        Invoice other = invoice(Country.NO, "2026-03-16", false);
        for (LocalDate day = house.today().minusDays(3);
                day.isBefore(LocalDate.parse("2026-04-23"));
                day = day.plusDays(1)) {
            house.itIs(day.toString());
            call(other, false);
        }
        house.itIs("2026-04-23");
        assertThat(waits(other, LetterType.FEE_REMINDER, Channel.PRINT)).isNull();
    }

    private void call(Invoice invoice, boolean made) {
        transaction.executeWithoutResult(status -> events.publishEvent(new StepClosed(
                caseOf(invoice),
                UUID.randomUUID().toString(),
                "phone-follow-up",
                "callDebtor",
                "Call",
                made,
                "hanna",
                null,
                null)));
    }

    @Test
    void sendsNoTextMessageAtNightOrOnAHolidayAndMailAtAnyHour() {
        Invoice invoice = invoice(Country.NO, "2026-05-11", false, null, null);
        jdbc.sql("update app.debtor set street = null, phone = '41234567' where id = ?")
                .param(invoice.debtor().id())
                .update();
        clock.moveTo(oslo("2026-05-16T16:00"));
        UUID key = queue(invoice, LetterType.FRIENDLY_REMINDER);
        outbox.runDue();
        QueuedEffect waiting = outbox.find(key).orElseThrow();
        assertThat(waiting.rule()).isEqualTo("CONTACT-HOURS");
        assertThat(waiting.notBefore()).isEqualTo(oslo("2026-05-18T08:00"));
        assertThat(waiting.reason()).contains("En tekstmelding", "Ett textmeddelande", "A text message");
        assertThatCode(() -> contacts.check(
                        leaving(invoice), LetterType.FRIENDLY_REMINDER, Channel.EMAIL, Country.NO, house.today()))
                .doesNotThrowAnyException();

        clock.moveTo(waiting.notBefore());
        outbox.runDue();
        assertThat(letters.find(key).orElseThrow().channel()).isEqualTo(Channel.SMS);
        assertThat(stateOf(key)).isEqualTo(EffectState.CONFIRMED);
    }
}
