package no.forfall.adjustments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.Samples;
import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.cases.ClosingReason;
import no.forfall.cases.CollectionCase;
import no.forfall.cases.Tokens;
import no.forfall.disputes.DisputeReason;
import no.forfall.disputes.DisputeState;
import no.forfall.disputes.Disputes;
import no.forfall.intake.Upload;
import no.forfall.journal.Journal;
import no.forfall.journal.JournalEntry;
import no.forfall.outbox.Effect;
import no.forfall.outbox.EffectState;
import no.forfall.outbox.Outbox;
import no.forfall.payments.Payment;
import no.forfall.payments.PaymentState;
import no.forfall.payments.Payments;
import no.forfall.receivables.Balance;
import no.forfall.receivables.LedgerLine;
import no.forfall.receivables.LineKind;
import no.forfall.receivables.Part;
import no.forfall.receivables.Receivables;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ForfallTest
class AdjustmentsTest {

    private static final RequestPostProcessor HANDLER = user("kari").roles("HANDLER");
    private static final RequestPostProcessor MANAGER = user("mona").roles("MANAGER");

    @Autowired
    MockMvc http;

    @Autowired
    Upload upload;

    @Autowired
    Samples samples;

    @Autowired
    House house;

    @Autowired
    Receivables receivables;

    @Autowired
    Cases cases;

    @Autowired
    Tokens tokens;

    @Autowired
    Outbox outbox;

    @Autowired
    Disputes disputes;

    @Autowired
    Payments payments;

    @Autowired
    Journal journal;

    CollectionCase claim;

    @BeforeEach
    void aThousandKronerWithTwoFees() {
        house.itIs("2026-03-02");
        claim = samples.caseDue("2026-03-13", "Endring AS", "NOK 1000.00");
        receivables.charge(claim.invoiceId(), Part.FEE, nok("38.00"), house.today(), "x:1");
        receivables.charge(claim.invoiceId(), Part.COSTS, nok("600.00"), house.today(), "x:1");
    }

    private static Money nok(String amount) {
        return Money.parse("NOK " + amount);
    }

    private Balance balance() {
        return receivables.balanceOf(claim.invoiceId(), house.today());
    }

    private ResultActions send(RequestPostProcessor who, String what, String body, UUID key) throws Exception {
        return http.perform(post("/api/cases/" + claim.number() + "/" + what)
                .with(who)
                .with(csrf())
                .header("Idempotency-Key", key.toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private ResultActions send(RequestPostProcessor who, String what, String body) throws Exception {
        return send(who, what, body, UUID.randomUUID());
    }

    private List<JournalEntry> told(String kind) {
        return journal.of(claim.number(), Long.MAX_VALUE, 100).stream()
                .filter(entry -> entry.kind().equals(kind))
                .toList();
    }

    private void pay(String id, String amount) throws Exception {
        String reference = receivables.invoice(claim.invoiceId()).paymentReference();
        upload.payments(
                "id;booked;amount;currency;reference\n" + id + ";2026-03-01;" + amount + ";NOK;" + reference + "\n");
    }

    @Test
    void waivesAnAmountOfAPartWithReasonAndPerson() throws Exception {
        send(HANDLER, "waivers", "{\"part\": \"FEE\", \"amount\": 20, \"reason\": \"A good customer\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.amount.amount").value("20.00"))
                .andExpect(jsonPath("$.before.fee.amount").value("38.00"))
                .andExpect(jsonPath("$.after.fee.amount").value("18.00"))
                .andExpect(jsonPath("$.after.toPay.amount").value("1618.00"))
                .andExpect(jsonPath("$.closes").doesNotExist());
        assertThat(balance().fee()).isEqualTo(nok("18.00"));
        LedgerLine line = receivables.ledger(claim.invoiceId()).get(3);
        assertThat(line.reason()).isEqualTo("A good customer");
        assertThat(line.bookedBy()).isEqualTo("kari");
        assertThat(told("ChargeWaived")).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("kari");
            assertThat(entry.facts())
                    .containsEntry("amount", "NOK 20.00")
                    .containsEntry("part", "FEE")
                    .containsEntry("reason", "A good customer");
        });
        http.perform(get("/api/cases/" + claim.number() + "/journal")
                        .with(HANDLER)
                        .header("Accept-Language", "nb"))
                .andExpect(content().string(allOf(containsString("Frafalt: Gebyr, 20,00"), containsString("good"))));
        http.perform(get("/api/cases/" + claim.number() + "/ledger").with(HANDLER))
                .andExpect(jsonPath("$.lines[3].kind").value("WAIVER"))
                .andExpect(jsonPath("$.lines[3].effect.amount").value("-20.00"))
                .andExpect(jsonPath("$.lines[3].reason").value("A good customer"));
    }

    @Test
    void waivesAllOfAPartWhenNoAmountIsNamed() throws Exception {
        send(HANDLER, "waivers", "{\"part\": \"FEE\", \"reason\": \"x\"}").andExpect(status().isOk());
        assertThat(balance().fee()).isEqualTo(nok("0.00"));
        assertThat(balance().costs()).isEqualTo(nok("600.00"));
    }

    @Test
    void letsAHandlerWaiveUpToTheLimitOfTheCaseAndAManagerMore() throws Exception {
        String three = "{\"part\": \"COSTS\", \"amount\": 300, \"reason\": \"x\"}";
        send(HANDLER, "waivers", three).andExpect(status().isOk());
        send(HANDLER, "waivers", three)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("amount"))
                .andExpect(jsonPath("$.errors[0].message", containsString("200.00 more on this case")));
        send(HANDLER, "waivers", three.replace("300", "200.01")).andExpect(status().isUnprocessableEntity());
        send(HANDLER, "waivers", three.replace("300", "200")).andExpect(status().isOk());
        send(MANAGER, "waivers", "{\"part\": \"PRINCIPAL\", \"amount\": 700, \"reason\": \"x\"}")
                .andExpect(status().isOk());
        assertThat(balance().toPay()).isEqualTo(nok("438.00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"refunds", "write-off"})
    void leavesRefundsAndWriteOffsToManagers(String what) throws Exception {
        send(HANDLER, what, "{\"reason\": \"x\"}").andExpect(status().isForbidden());
        String page = "/cases/" + claim.number() + "/adjust/" + (what.equals("refunds") ? "refund" : what);
        http.perform(get(page).with(HANDLER)).andExpect(status().isForbidden());
        http.perform(get(page).with(MANAGER)).andExpect(status().isOk());
        http.perform(get("/cases/" + claim.number()).with(HANDLER))
                .andExpect(content().string(allOf(containsString("/adjust/waiver"), not(containsString(page)))));
        assertThat(balance().toPay()).isEqualTo(nok("1638.00"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            waivers | {"part": "FEE", "amount": 38.01, "reason": "x"} | amount
            waivers | {"part": "FEE", "amount": 0, "reason": "x"} | amount
            waivers | {"part": "FEE", "amount": -5, "reason": "x"} | amount
            waivers | {"part": "FEE", "amount": 1.005, "reason": "x"} | amount
            waivers | {"part": "FEE", "amount": 1, "reason": " "} | reason
            waivers | {"part": "INTEREST", "reason": "x"} | amount
            waivers | {"part": "TIP", "reason": "x"} | part
            waivers | {"reason": "x"} | part
            credits | {"amount": 10, "reason": "x"} | creditNote
            credits | {"number": "C1", "reason": "x"} | amount
            refunds | {"reason": "x"} | amount
            write-off | {} | reason
            """)
    void refusesWhatCannotBeDoneAndNamesTheField(String what, String body, String field) throws Exception {
        send(MANAGER, what, body)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value(field));
        assertThat(receivables.ledger(claim.invoiceId())).hasSize(3);
    }

    @Test
    void asksForAKeyAndBooksTheSameKeyOnce() throws Exception {
        http.perform(post("/api/cases/" + claim.number() + "/write-off")
                        .with(MANAGER)
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\": \"x\"}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("Idempotency-Key"));
        UUID key = UUID.randomUUID();
        String waiver = "{\"part\": \"FEE\", \"amount\": 19, \"reason\": \"x\"}";
        Callable<Integer> click = () ->
                send(HANDLER, "waivers", waiver, key).andReturn().getResponse().getStatus();
        var threads = Executors.newFixedThreadPool(2);
        for (var answer : threads.invokeAll(List.of(click, click, click))) {
            assertThat(answer.get()).isEqualTo(200);
        }
        threads.shutdown();
        assertThat(balance().fee()).isEqualTo(nok("19.00"));
        assertThat(told("ChargeWaived")).hasSize(1);
    }

    @Test
    void booksACreditNoteOfTheSameNumberOnce() throws Exception {
        String credit = "{\"number\": \"C-77\", \"amount\": 100, \"reason\": \"Goods came back\"}";
        send(HANDLER, "credits", credit).andExpect(status().isOk());
        send(HANDLER, "credits", credit)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.amount.amount").value("0.00"));
        assertThat(balance().principal()).isEqualTo(nok("900.00"));
        receivables.credit(claim.invoiceId(), nok("100.00"), house.today(), "creditnote:C-77");
        assertThat(balance().principal()).isEqualTo(nok("900.00"));
    }

    @Test
    void showsTheConsequenceAndBooksNothing() throws Exception {
        http.perform(post("/api/cases/" + claim.number() + "/write-off?preview=true")
                        .with(MANAGER)
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\": \"x\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.amount.amount").value("1638.00"))
                .andExpect(jsonPath("$.after.toPay.amount").value("0.00"))
                .andExpect(jsonPath("$.closes").value("WRITTEN_OFF"));
        assertThat(balance().toPay()).isEqualTo(nok("1638.00"));
        assertThat(cases.get(claim.number()).state()).isEqualTo(CaseState.OPEN);
    }

    private void endedAs(ClosingReason reason) {
        CollectionCase now = cases.get(claim.number());
        assertThat(now.state()).isEqualTo(CaseState.CLOSED);
        assertThat(now.closingReason()).isEqualTo(reason);
        assertThat(tokens.of(claim.number())).isEmpty();
        assertThat(outbox.standing(claim.number())).isEmpty();
    }

    private void writeOff() throws Exception {
        send(MANAGER, "write-off", "{\"reason\": \"Bankrupt\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.closes").value("WRITTEN_OFF"));
        assertThat(balance().toPay()).isEqualTo(nok("0.00"));
        endedAs(ClosingReason.WRITTEN_OFF);
    }

    @Test
    void endsACaseThatWaitsAtATimer() throws Exception {
        assertThat(tokens.of(claim.number())).extracting("element").containsExactly("waitBeforeDue");
        writeOff();
        assertThat(told("ClaimWrittenOff")).singleElement().satisfies(entry -> assertThat(entry.facts())
                .containsEntry("amount", "NOK 1638.00"));
        List<String> kinds = journal.of(claim.number(), Long.MAX_VALUE, 100).stream()
                .map(JournalEntry::kind)
                .toList();
        assertThat(kinds.indexOf("CaseClosed")).isLessThan(kinds.indexOf("ClaimWrittenOff"));
    }

    @Test
    void endsACaseOnHold() throws Exception {
        cases.hold(claim.number(), "OTHER", null);
        writeOff();
    }

    @Test
    void endsACaseThatWaitsForAPerson() throws Exception {
        samples.ask(claim.number());
        assertThat(tokens.of(claim.number())).extracting("element").contains("askDebtor");
        writeOff();
    }

    @Test
    void endsADisputedCaseAndItsDispute() throws Exception {
        disputes.raise(claim.number(), DisputeReason.FAULTY, "", "kari");
        writeOff();
        assertThat(disputes.of(claim.number())).extracting("state").containsExactly(DisputeState.LAPSED);
    }

    @Test
    void withdrawsALetterThatWaitsToLeave() throws Exception {
        UUID letter = UUID.randomUUID();
        outbox.queue(
                new Effect(letter, claim.number(), "sendLetter", "{\"letter\": \"FRIENDLY_REMINDER\"}", "nowhere"),
                Instant.parse("2026-03-10T09:00:00Z"));
        writeOff();
        assertThat(outbox.find(letter).orElseThrow().state()).isEqualTo(EffectState.WITHDRAWN);
    }

    @Test
    void aWaiverOrCreditOfTheRestEndsTheCaseToo() throws Exception {
        pay("rest-1", "1600,00");
        send(HANDLER, "waivers", "{\"part\": \"COSTS\", \"reason\": \"x\"}")
                .andExpect(jsonPath("$.amount.amount").value("38.00"))
                .andExpect(jsonPath("$.closes").value("WAIVED"));
        endedAs(ClosingReason.WAIVED);
    }

    @Test
    void refundsWhatWasCreditedBeyondTheClaimAndNoMore() throws Exception {
        send(MANAGER, "credits", "{\"number\": \"C-78\", \"amount\": 2000, \"reason\": \"x\"}")
                .andExpect(jsonPath("$.after.toRefund.amount").value("362.00"))
                .andExpect(jsonPath("$.closes").value("CREDITED"));
        endedAs(ClosingReason.CREDITED);
        send(MANAGER, "refunds", "{\"amount\": 362.01, \"reason\": \"x\"}").andExpect(status().isUnprocessableEntity());
        send(MANAGER, "refunds", "{\"amount\": 62, \"reason\": \"first\"}").andExpect(status().isOk());
        send(MANAGER, "refunds", "{\"reason\": \"the rest\"}")
                .andExpect(jsonPath("$.amount.amount").value("300.00"))
                .andExpect(jsonPath("$.after.toRefund.amount").value("0.00"));
        assertThat(balance().toRefund()).isEqualTo(nok("0.00"));
        assertThat(told("MoneyRefunded")).hasSize(2);
    }

    @Test
    void refundsWhatWasPaidBeyondTheClaimAndSettlesThePayment() throws Exception {
        pay("over-1", "1700,00");
        pay("over-2", "10,00");
        assertThat(payments.of(claim.number()))
                .extracting(Payment::waiting)
                .containsExactly(nok("62.00"), nok("10.00"));
        http.perform(get("/cases/" + claim.number()).param("lang", "en").with(MANAGER))
                .andExpect(content().string(allOf(containsString("Paid too much"), containsString("/adjust/refund"))));
        UUID key = UUID.randomUUID();
        send(MANAGER, "refunds", "{\"amount\": 65, \"reason\": \"Paid twice\"}", key)
                .andExpect(status().isOk());
        send(MANAGER, "refunds", "{\"amount\": 65, \"reason\": \"Paid twice\"}", key)
                .andExpect(status().isOk());
        assertThat(payments.of(claim.number())).extracting(Payment::waiting).containsExactly(nok("0.00"), nok("7.00"));
        assertThat(payments.of(claim.number()).get(0).state()).isEqualTo(PaymentState.POSTED);
        assertThat(balance().principal()).isEqualTo(nok("0.00"));
        assertThat(receivables.reckoning(claim.invoiceId()).sum(Part.PRINCIPAL, LineKind.REFUND))
                .isEqualTo(nok("65.00"));
        send(MANAGER, "refunds", "{\"amount\": 7.01, \"reason\": \"x\"}").andExpect(status().isUnprocessableEntity());
    }

    @Test
    void showsTheConsequenceOnThePageAndSavesItOnce() throws Exception {
        String page = "/cases/" + claim.number() + "/adjust/waiver";
        http.perform(get(page).param("lang", "en").with(HANDLER))
                .andExpect(content()
                        .string(allOf(
                                containsString("You may waive and credit NOK"), not(containsString("name=\"key\"")))));
        http.perform(get(page)
                        .param("lang", "en")
                        .param("part", "FEE")
                        .param("amount", "1 0,50")
                        .param("reason", "Kulanse")
                        .with(HANDLER))
                .andExpect(content()
                        .string(allOf(
                                containsString("10.50 is waived."),
                                containsString("The case stays as it is."),
                                containsString("1,627.50"),
                                containsString("name=\"key\""))));
        http.perform(get(page)
                        .param("lang", "nb")
                        .param("part", "FEE")
                        .param("amount", "mye")
                        .param("reason", "x")
                        .with(HANDLER))
                .andExpect(content().string(containsString("Oppgi et beløp over null")));
        UUID key = UUID.randomUUID();
        for (int click = 0; click < 2; click++) {
            http.perform(post(page)
                            .param("part", "FEE")
                            .param("amount", "10,50")
                            .param("reason", "Kulanse")
                            .param("key", key.toString())
                            .with(HANDLER)
                            .with(csrf()))
                    .andExpect(redirectedUrl("/cases/" + claim.number()));
        }
        assertThat(balance().fee()).isEqualTo(nok("27.50"));
        http.perform(get("/cases/" + claim.number() + "/adjust/nonsense").with(HANDLER))
                .andExpect(status().isNotFound());
    }

    @Test
    void standsInTheDescriptionOfTheProgramInterface() throws Exception {
        http.perform(get("/api/openapi").with(MANAGER))
                .andExpect(jsonPath("$.paths", hasKey("/api/cases/{caseNumber}/waivers")))
                .andExpect(jsonPath("$.paths", hasKey("/api/cases/{caseNumber}/credits")))
                .andExpect(jsonPath("$.paths", hasKey("/api/cases/{caseNumber}/refunds")))
                .andExpect(jsonPath("$.paths", hasKey("/api/cases/{caseNumber}/write-off")))
                .andExpect(jsonPath("$.paths", hasKey("/api/cases/{caseNumber}/ledger")));
    }
}
