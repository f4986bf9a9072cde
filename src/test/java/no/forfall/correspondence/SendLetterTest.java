package no.forfall.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import no.forfall.cases.ClosingReason;
import no.forfall.engine.CaseBook;
import no.forfall.home.ForfallHome;
import no.forfall.journal.Journal;
import no.forfall.law.LegalStep;
import no.forfall.law.SentLetter;
import no.forfall.outbox.EffectState;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Part;
import no.forfall.shared.Country;
import no.forfall.shared.Sha256;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

class SendLetterTest extends LetterTestCase {

    @Autowired
    SendLetter activity;

    @Autowired
    CaseBook caseBook;

    @Autowired
    Journal journal;

    @Autowired
    ForfallHome home;

    @Autowired
    MockMvc web;

    @Test
    void chargesNoFeeInNorwayBeforeTheFourteenthDayAndThirtyEightKronerFromThenOn() {
        house.itIs("2026-03-29");
        Invoice invoice = invoice(Country.NO, "2026-03-16", false);
        assertThat(send(invoice, LetterType.FEE_REMINDER).newFee()).isEqualTo(Money.parse("NOK 0.00"));
        assertThat(balance(invoice).fee()).isEqualTo(Money.parse("NOK 0.00"));

        Invoice later = invoice(Country.NO, "2026-03-16", false);
        house.itIs("2026-03-30");
        assertThat(send(later, LetterType.FEE_REMINDER).newFee()).isEqualTo(Money.parse("NOK 38.00"));
        assertThat(balance(later).fee()).isEqualTo(Money.parse("NOK 38.00"));
    }

    @Test
    void chargesAFeeInSwedenOnlyWhenItWasAgreed() {
        house.itIs("2026-03-30");
        assertThat(send(invoice(Country.SE, "2026-03-16", false), LetterType.FEE_REMINDER)
                        .newFee())
                .isEqualTo(Money.parse("SEK 0.00"));
        assertThat(send(invoice(Country.SE, "2026-03-16", true), LetterType.FEE_REMINDER)
                        .newFee())
                .isEqualTo(Money.parse("SEK 60.00"));
    }

    @Test
    void chargesNoFeeWhenTheDiagramSaysSo() {
        house.itIs("2026-04-20");
        Invoice invoice = invoice(Country.NO, "2026-03-16", false);
        queue(invoice, LetterType.FEE_REMINDER, "withFee", "false");
        outbox.runDue();
        assertThat(balance(invoice).fee()).isEqualTo(Money.parse("NOK 0.00"));
    }

    @Test
    void chargesNoFeeOnTopOfACompensation() {
        house.itIs("2026-04-20");
        Invoice invoice = invoice(Country.NO, "2026-03-16", false);
        receivables.charge(invoice.id(), Part.COMPENSATION, Money.parse("NOK 470.00"), house.today(), "test");
        assertThat(send(invoice, LetterType.FEE_REMINDER).newFee()).isEqualTo(Money.parse("NOK 0.00"));
    }

    @Test
    void givesNoShorterTimeThanTheLawAndMoreWhenAskedTo() {
        house.itIs("2026-04-20");
        Invoice norwegian = invoice(Country.NO, "2026-03-16", false);
        Invoice swedish = invoice(Country.SE, "2026-03-16", false);
        UUID hasty = queue(norwegian, LetterType.COLLECTION_NOTICE, "daysToPay", "3");
        UUID hastySwedish = queue(swedish, LetterType.COLLECTION_NOTICE, "daysToPay", "3");
        outbox.runDue();
        assertThat(letters.find(hasty).orElseThrow().deadline()).isEqualTo("2026-05-04");
        assertThat(letters.find(hastySwedish).orElseThrow().deadline()).isEqualTo("2026-04-28");

        UUID patient = queue(invoice(Country.NO, "2026-03-16", false), LetterType.COLLECTION_NOTICE, "daysToPay", "21");
        outbox.runDue();
        assertThat(letters.find(patient).orElseThrow().deadline()).isEqualTo("2026-05-11");
    }

    @Test
    void asksForWhatTheLedgerHasAfterwards() throws Exception {
        house.itIs("2026-03-30");
        Invoice invoice = invoice(Country.NO, "2026-03-16", false);
        receivables.pay(invoice.id(), Money.parse("NOK 2500.00"), LocalDate.parse("2026-03-25"), "bank:1");
        Letter first = send(invoice, LetterType.FEE_REMINDER);
        house.itIs("2026-04-20");
        Letter notice = send(invoice, LetterType.COLLECTION_NOTICE);

        assertThat(first.principal()).isEqualTo(Money.parse("NOK 10000.00"));
        assertThat(notice.fee()).isEqualTo(Money.parse("NOK 76.00"));
        assertThat(notice.principal()).isEqualTo(balance(invoice).principal());
        assertThat(notice.fee()).isEqualTo(balance(invoice).fee());
        assertThat(notice.interest()).isEqualTo(balance(invoice).interest());
        assertThat(notice.interest())
                .isEqualTo(first.newInterest().plus(notice.newInterest()))
                .isEqualTo(receivables.interestOf(invoice.id(), house.today()).total());
        assertThat(notice.total()).isEqualTo(balance(invoice).toPay());
        assertThat(balance(invoice).accruedInterest()).isEqualTo(Money.parse("NOK 0.00"));

        try (var document = Loader.loadPDF(letters.pdf(notice.id()).orElseThrow())) {
            String page = new PDFTextStripper().getText(document).replace('\u00a0', ' ');
            assertThat(page).contains("Inkassovarsel", "−2 500,00 kr", "4. mai 2026", "00" + invoice.number());
            assertThat(page).doesNotContainIgnoringCase("purring");
        }
    }

    @Test
    void chargesOnceHoweverOftenTheDeliveryIsRecorded() {
        house.itIs("2026-04-20");
        Invoice invoice = invoice(Country.NO, "2026-03-16", false);
        Letter letter = send(invoice, LetterType.FEE_REMINDER);
        Map<String, Object> facts = transaction.execute(status -> activity.delivered(letter.id(), "again"));
        assertThat(facts).containsEntry("lastContactOn", "2026-04-20").containsEntry("letterDeadline", "2026-05-04");
        assertThat(balance(invoice).fee()).isEqualTo(Money.parse("NOK 38.00"));
        assertThat(journal.of(letter.caseNumber(), Long.MAX_VALUE, 100))
                .filteredOn(entry -> entry.kind().equals("LetterSent"))
                .hasSize(1)
                .allSatisfy(entry -> assertThat(entry.facts())
                        .containsEntry("fee", "NOK 38.00")
                        .containsEntry("deadline", "2026-05-04")
                        .containsEntry("recipient", "regnskap@bakke.example"));
    }

    @Test
    void tellsTheLawWhatWasSent() {
        house.itIs("2026-04-20");
        Invoice invoice = invoice(Country.NO, "2026-03-16", false);
        send(invoice, LetterType.FEE_REMINDER);
        assertThat(caseBook.facts(caseOf(invoice)).letters())
                .containsExactly(new SentLetter(
                        LegalStep.REMINDER, LocalDate.parse("2026-04-20"), LocalDate.parse("2026-05-04"), true, true));
        UUID tooSoon = queue(invoice, LetterType.COLLECTION_NOTICE);
        outbox.runDue();
        assertThat(outbox.find(tooSoon).orElseThrow().rule()).isEqualTo("NO-R14");
        assertThat(letters.find(tooSoon)).isEmpty();
    }

    @Test
    void leavesAsTheLetterThatIsTrueOnTheDay() {
        house.itIs("2026-03-13");
        Invoice invoice = invoice(Country.NO, "2026-03-16", false);
        assertThat(send(invoice, LetterType.PRE_DUE_REMINDER).type()).isEqualTo(LetterType.PRE_DUE_REMINDER);
        house.itIs("2026-03-17");
        Letter late = send(invoice, LetterType.PRE_DUE_REMINDER);
        assertThat(late.type()).isEqualTo(LetterType.FRIENDLY_REMINDER);
        assertThat(late.deadline()).isNull();
        assertThat(late.total()).isEqualTo(Money.parse("NOK 12500.00"));
    }

    @Test
    void doesNotLeaveWhenTheDebtorHasPaidMeanwhile() {
        house.itIs("2026-04-20");
        Invoice invoice = invoice(Country.NO, "2026-03-16", false);
        UUID key = queue(invoice, LetterType.FEE_REMINDER);
        receivables.pay(invoice.id(), Money.parse("NOK 12500.00"), house.today(), "bank:2");
        outbox.runDue();
        assertThat(stateOf(key)).isEqualTo(EffectState.WITHDRAWN);
        assertThat(SERVER.received()).isEmpty();
        assertThat(letters.of(cases.ofInvoice(invoice.id()).orElseThrow().number()))
                .isEmpty();
    }

    @Test
    void addsNothingWhenThePaymentCrossesTheLetter() {
        house.itIs("2026-04-20");
        Invoice invoice = invoice(Country.NO, "2026-03-16", false);
        UUID key = queue(invoice, LetterType.FEE_REMINDER);
        SERVER.is(UnreliableMailServer.Mood.HANGS_UP_AFTER_MESSAGE);
        outbox.runDue();
        cases.close(caseOf(invoice), ClosingReason.PAID);
        outbox.settleAsDelivered(key, "seen");
        assertThat(letters.find(key).orElseThrow().state()).isEqualTo(LetterState.SENT);
        assertThat(balance(invoice).fee()).isEqualTo(Money.parse("NOK 0.00"));
    }

    @Test
    void goesOnPaperWithoutAMailAddressAndGivesTheTimeThatPostingTakes() throws Exception {
        house.itIs("2026-04-20");
        Invoice invoice = invoice(Country.NO, "2026-03-16", false, null, "en");
        Letter letter = send(invoice, LetterType.COLLECTION_NOTICE);
        assertThat(letter.channel()).isEqualTo(Channel.PRINT);
        assertThat(letter.recipient()).isEqualTo("Bakke & Sønner AS, Kirkeveien 7, 0366 Oslo");
        assertThat(letter.deadline()).isEqualTo("2026-05-07");
        var file = home.folder("letters/print").resolve(letter.caseNumber() + "-" + letter.id() + ".pdf");
        assertThat(Files.readAllBytes(file)).isEqualTo(letters.pdf(letter.id()).orElseThrow());
        assertThat(file.resolveSibling(letter.caseNumber() + "-" + letter.id() + ".json"))
                .content()
                .contains("\"name\" : \"Bakke & Sønner AS\"", "\"city\" : \"Oslo\"", "\"window\" : \"LEFT\"")
                .contains("\"language\" : \"en\"", "\"pages\" : 1", Sha256.hex(Files.readAllBytes(file)));
    }

    @Test
    void waitsForAPersonWhenNoWayLeadsToTheDebtor() {
        house.itIs("2026-04-20");
        Invoice invoice = invoice(Country.NO, "2026-03-16", false, "not an address", null);
        jdbc.sql("update app.debtor set street = null where id = ?")
                .param(invoice.debtor().id())
                .update();
        UUID key = queue(invoice, LetterType.FEE_REMINDER);
        outbox.runDue();
        assertThat(stateOf(key)).isEqualTo(EffectState.BARRED);
        assertThat(outbox.find(key).orElseThrow().reason()).contains("postal address");
    }

    @Test
    void asksForNothingWhenNothingIsOwed() {
        house.itIs("2026-03-20");
        Invoice invoice = invoice(Country.NO, "2026-03-16", false);
        jdbc.sql("insert into app.ledger_line (invoice_id, part, kind, amount, booked_on, source)"
                        + " values (?, 'PRINCIPAL', 'CREDIT', 12500, date '2026-03-18', 'imported:1')")
                .param(invoice.id())
                .update();
        UUID key = queue(invoice, LetterType.FRIENDLY_REMINDER);
        outbox.runDue();
        assertThat(stateOf(key)).isEqualTo(EffectState.BARRED);
        assertThat(letters.find(key)).isEmpty();
    }

    @Test
    void showsALetterToSignedInPeopleInASandbox() throws Exception {
        house.itIs("2026-04-20");
        Letter letter = send(invoice(Country.NO, "2026-03-16", false), LetterType.FEE_REMINDER);
        web.perform(get("/letters/" + letter.id()).with(user("kari").roles("HANDLER")))
                .andExpect(status().isOk())
                .andExpect(header().string(
                                "Content-Security-Policy",
                                org.hamcrest.Matchers.allOf(
                                        org.hamcrest.Matchers.containsString("default-src 'none'"),
                                        org.hamcrest.Matchers.containsString("sandbox"))));
        web.perform(get("/letters/" + letter.id() + ".pdf").with(user("kari").roles("HANDLER")))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andExpect(content().bytes(letters.pdf(letter.id()).orElseThrow()));
        web.perform(get("/letters/" + letter.id())).andExpect(status().isUnauthorized());
        web.perform(get("/letters/" + UUID.randomUUID()).with(user("kari").roles("HANDLER")))
                .andExpect(status().isNotFound());
    }
}
