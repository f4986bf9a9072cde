package no.forfall.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.cases.ClosingReason;
import no.forfall.cases.CollectionCase;
import no.forfall.cases.EvidenceContributor;
import no.forfall.cases.Token;
import no.forfall.cases.Tokens;
import no.forfall.engine.CaseBook;
import no.forfall.engine.InvalidForm;
import no.forfall.engine.StepNotYours;
import no.forfall.engine.Steps;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.identity.Role;
import no.forfall.journal.Journal;
import no.forfall.journal.JournalEntry;
import no.forfall.law.DebtorKind;
import no.forfall.receivables.Balance;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Part;
import no.forfall.receivables.Receivables;
import no.forfall.receivables.Registry;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ForfallTest
class DisputeTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-04-20");

    @Autowired
    Disputes disputes;

    @Autowired
    Cases cases;

    @Autowired
    CaseBook caseBook;

    @Autowired
    Registry registry;

    @Autowired
    Receivables receivables;

    @Autowired
    Tokens tokens;

    @Autowired
    Steps steps;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Journal journal;

    @Autowired
    List<EvidenceContributor> evidence;

    @Autowired
    House house;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    CaseNumber number;
    long invoiceId;

    @BeforeEach
    void claimOfAThousandKronerWithAFee() {
        house.itIs(TODAY.toString());
        people.save(new Person("dora", "Dora Dahl", Set.of(Role.values())), "a long enough password");
        var creditor = registry.creditor("123456785", "Nordlys AS", Country.NO);
        var debtor = registry.debtor(creditor, UUID.randomUUID().toString(), "Fjell AS", DebtorKind.BUSINESS);
        var invoice = registry.register(new Invoice(
                debtor,
                UUID.randomUUID().toString(),
                LocalDate.parse("2026-03-01"),
                LocalDate.parse("2026-05-18"),
                Money.parse("NOK 1000.00")));
        invoiceId = invoice.id();
        number = cases.ofInvoice(invoiceId).orElseThrow().number();
        receivables.charge(invoiceId, Part.FEE, Money.parse("NOK 38.00"), TODAY, "letter:1");
        receivables.charge(invoiceId, Part.INTEREST, Money.parse("NOK 11.00"), TODAY, "letter:1");
    }

    @Test
    void stopsTheCaseUntilSomebodyHasDecided() {
        disputes.raise(number, DisputeReason.FAULTY, "The boat leaks", "kari");
        assertThat(state()).isEqualTo(CaseState.HELD);
        assertThat(caseBook.facts(number).disputed()).isTrue();
        assertThat(elements()).contains("assessDispute");
        assertThat(evidence.stream().flatMap(room -> room.objections(number).stream()))
                .extracting(EvidenceContributor.Objection::text)
                .containsExactly("The boat leaks");
    }

    @Test
    void creditsEverythingAndClosesTheCaseFromWithinItsOwnProcessWhenTheDebtorIsRight() {
        disputes.raise(number, DisputeReason.FAULTY, "", "kari");
        house.itIs("2026-04-27");
        decide(Map.of("outcome", "UPHELD", "comment", "It does leak"));
        Balance balance = balance();
        assertThat(balance.toPay()).isEqualTo(Money.parse("NOK 0.00"));
        CollectionCase closed = cases.get(number);
        assertThat(closed.state()).isEqualTo(CaseState.CLOSED);
        assertThat(closed.closingReason()).isEqualTo(ClosingReason.CREDITED);
        assertThat(disputes.of(number)).extracting(Dispute::state).containsExactly(DisputeState.UPHELD);
        assertThat(ends()).containsExactly("claimCredited");
        assertNothingRuns();
    }

    @Test
    void creditsAPartAndLetsTheCaseGoOnWhenTheDebtorIsRightInPart() {
        disputes.raise(number, DisputeReason.WRONG_AMOUNT, "", "kari");
        house.itIs("2026-04-27");
        decide(Map.of("outcome", "PARTLY", "creditAmount", 250.5, "comment", "Two hours too many"));
        assertThat(balance().principal()).isEqualTo(Money.parse("NOK 749.50"));
        assertThat(balance().fee()).isEqualTo(Money.parse("NOK 0.00"));
        assertThat(balance().interest()).isEqualTo(Money.parse("NOK 11.00"));
        assertThat(state()).isEqualTo(CaseState.OPEN);
        assertThat(ends()).containsExactly("restStands");
    }

    @Test
    void leavesTheClaimAsItIsWhenTheDisputeIsRejected() {
        Instant waitedUntil = until();
        disputes.raise(number, DisputeReason.OTHER, "", "kari");
        house.itIs("2026-04-27");
        decide(Map.of("outcome", "REJECTED", "comment", "No ground"));
        assertThat(until()).isAfter(waitedUntil.plus(Duration.ofDays(6)));
        assertThat(balance().toPay()).isEqualTo(Money.parse("NOK 1049.00"));
        assertThat(state()).isEqualTo(CaseState.OPEN);
        assertThat(caseBook.facts(number).disputed()).isFalse();
        assertThat(ends()).containsExactly("claimStands");
        assertThat(disputes.of(number).get(0).comment()).isEqualTo("No ground");
    }

    @Test
    void refusesToCreditAsMuchAsThePrincipalAsAPart() {
        disputes.raise(number, DisputeReason.WRONG_AMOUNT, "", "kari");
        Map<String, Object> values = Map.of("outcome", "PARTLY", "creditAmount", 1000, "comment", "All of it");
        assertThatThrownBy(() -> decide(values)).isInstanceOf(InvalidForm.class);
        assertThat(elements()).contains("assessDispute");
        assertThat(balance().principal()).isEqualTo(Money.parse("NOK 1000.00"));
    }

    @Test
    void lapsesWhenTheClaimIsPaidMeanwhile() {
        disputes.raise(number, DisputeReason.OTHER, "", "kari");
        receivables.pay(invoiceId, Money.parse("NOK 1049.00"), TODAY, "payment:" + number);
        assertThat(cases.get(number).closingReason()).isEqualTo(ClosingReason.PAID);
        assertThat(disputes.of(number)).extracting(Dispute::state).containsExactly(DisputeState.LAPSED);
        assertNothingRuns();
    }

    @Test
    void doesNotResumeACaseThatWasHeldForAnotherReason() {
        cases.hold(number, "on holiday", null);
        disputes.raise(number, DisputeReason.OTHER, "", "kari");
        decide(Map.of("outcome", "REJECTED", "comment", "No ground"));
        assertThat(state()).isEqualTo(CaseState.HELD);
    }

    @Test
    void takesOneDisputeAtATimeOverHttpAndNamesTheFieldAtFault() throws Exception {
        var handler = user("kari").roles("HANDLER");
        var path = "/api/cases/" + number + "/disputes";
        mvc.perform(post(path)
                        .with(handler)
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":\"UGLY\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("reason"));
        mvc.perform(post(path)
                        .with(handler)
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":\"FAULTY\",\"text\":\"It leaks\"}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.raisedBy").value("kari"));
        mvc.perform(post(path)
                        .with(handler)
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":\"FAULTY\"}"))
                .andExpect(status().isConflict());
    }

    @Test
    void takesTheDisputedPartOverHttpAndSaysWhatMayBeDisputed() throws Exception {
        var handler = user("kari").roles("HANDLER");
        var path = "/api/cases/" + number + "/disputes";
        for (String amount : List.of("0", "1000.01", "-5", "10.005")) {
            mvc.perform(post(path)
                            .with(handler)
                            .with(csrf())
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"reason\":\"FAULTY\",\"amount\":" + amount + "}"))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.errors[0].field").value("amount"));
        }
        mvc.perform(post(path)
                        .with(handler)
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":\"FAULTY\",\"amount\":250.50}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.part.amount").value("250.50"))
                .andExpect(jsonPath("$.holdsCase").value(false));
        assertThat(state()).isEqualTo(CaseState.OPEN);
        assertThat(caseBook.facts(number).disputedPart()).isEqualTo(Money.parse("NOK 250.50"));
        assertThat(caseBook.facts(number).disputed()).isFalse();
    }

    @Test
    void takesAnObjectionToAllThatIsOpenForOneToTheWholeClaim() {
        disputes.raise(number, DisputeReason.FAULTY, Money.parse("NOK 1000"), "", "kari");
        assertThat(disputes.open(number).orElseThrow().part()).isNull();
        assertThat(state()).isEqualTo(CaseState.HELD);
    }

    @Test
    void givesTheDisputeToTheTeamOfItsReasonAsSoonAsSomebodyBelongsToIt() {
        disputes.raise(number, DisputeReason.WRONG_AMOUNT, "", "kari");
        assertThat(teamOfTheTask()).isEqualTo("handler");
        decide(Map.of("outcome", "REJECTED", "comment", "No ground"));
        people.save(new Person("petra", "Petra Sund", Set.of(Role.PRICING)), "correct horse battery");
        people.save(new Person("hanna", "Hanna Lind", Set.of(Role.HANDLER)), "correct horse battery");
        try {
            disputes.raise(number, DisputeReason.WRONG_AMOUNT, "", "kari");
            assertThat(teamOfTheTask()).isEqualTo("pricing");
            assertThatThrownBy(() -> steps.complete(taskId(), "hanna", Map.of("outcome", "REJECTED", "comment", "No")))
                    .isInstanceOf(StepNotYours.class);
            steps.complete(taskId(), "petra", Map.of("outcome", "REJECTED", "comment", "The price was agreed on"));
            assertThat(state()).isEqualTo(CaseState.OPEN);
        } finally {
            jdbc.sql("delete from app.person where user_name in ('petra', 'hanna')")
                    .update();
        }
    }

    private String teamOfTheTask() {
        return tasks.getIdentityLinksForTask(taskId()).get(0).getGroupId();
    }

    private String taskId() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .taskDefinitionKey("assessDispute")
                .singleResult()
                .getId();
    }

    @Test
    void letsATeamReadCasesAndWorkItsListAndNothingElse() throws Exception {
        var seller = user("petra").roles("SALES");
        mvc.perform(get("/cases/" + number).with(seller)).andExpect(status().isOk());
        mvc.perform(get("/worklist").with(seller)).andExpect(status().isOk());
        mvc.perform(post("/cases/" + number + "/hold").with(seller).with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(get("/payments").with(seller)).andExpect(status().isForbidden());
    }

    @Test
    void takesADecidedObjectionUpAgainAndAnAnswerOverHttp() throws Exception {
        var handler = user("kari").roles("HANDLER");
        var path = "/api/cases/" + number + "/disputes";
        send(path + "/reopening", "{\"text\":\"New\"}").andExpect(status().isConflict());
        disputes.raise(number, DisputeReason.FAULTY, "", "kari");
        decide(Map.of("outcome", "REJECTED", "comment", "No ground"));
        send(path + "/reopening", "{}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("text"));
        send(path + "/reopening", "{\"amount\":100,\"text\":\"A picture came\"}")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.reason").value("FAULTY"))
                .andExpect(jsonPath("$.part.amount").value("100.00"));
        send(path + "/answer", "{\"text\":\"At the tap\"}").andExpect(status().isConflict());
        decide(Map.of("outcome", "ASK", "question", "Where?"));
        send(path + "/answer", "{\"text\":\"At the tap\"}").andExpect(status().isNoContent());
        mvc.perform(get(path).with(handler))
                .andExpect(jsonPath("$[1].question.answer").value("At the tap"));
    }

    @Test
    void takesItUpAgainAndRecordsTheAnswerOnThePageOfTheCase() throws Exception {
        disputes.raise(number, DisputeReason.FAULTY, "", "kari");
        decide(Map.of("outcome", "REJECTED", "comment", "No ground"));
        assertThat(page()).contains("reopen-note").doesNotContain("answer-note");
        type("/reopen", "A picture came", "100");
        assertThat(disputes.open(number).orElseThrow().part()).isEqualTo(Money.parse("NOK 100"));
        decide(Map.of("outcome", "ASK", "question", "Where?"));
        assertThat(page()).contains("answer-note", "Where?");
        type("/answer", "At the tap", "");
        assertThat(page()).contains("At the tap").doesNotContain("reopen-note");
    }

    private String page() throws Exception {
        return mvc.perform(get("/cases/" + number).with(user("kari").roles("HANDLER")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void type(String what, String note, String amount) throws Exception {
        mvc.perform(post("/cases/" + number + "/dispute" + what)
                        .with(user("kari").roles("HANDLER"))
                        .with(csrf())
                        .param("note", note)
                        .param("amount", amount))
                .andExpect(status().is3xxRedirection());
    }

    private ResultActions send(String path, String body) throws Exception {
        return mvc.perform(post(path)
                .with(user("kari").roles("HANDLER"))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private void decide(Map<String, Object> values) {
        String step = tasks.createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .taskDefinitionKey("assessDispute")
                .singleResult()
                .getId();
        steps.complete(step, "dora", values);
    }

    private CaseState state() {
        return cases.get(number).state();
    }

    private Balance balance() {
        return receivables.balanceOf(invoiceId, TODAY);
    }

    /** When the ladder's wait ends. */
    private Instant until() {
        return tokens.of(number).stream()
                .filter(token -> token.process().equals(Cases.LADDER))
                .map(Token::until)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No timer at " + tokens.of(number)));
    }

    private List<String> elements() {
        return tokens.of(number).stream().map(Token::element).toList();
    }

    private List<Object> ends() {
        return journal.of(number, Long.MAX_VALUE, 100).stream()
                .filter(entry -> entry.kind().equals("ProcessEnded"))
                .map(JournalEntry::facts)
                .filter(facts -> Disputes.PROCESS.equals(facts.get("process")))
                .map(facts -> facts.get("element"))
                .toList();
    }

    private void assertNothingRuns() {
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number.value())
                        .count())
                .isZero();
        assertThat(tokens.of(number)).isEmpty();
    }
}
