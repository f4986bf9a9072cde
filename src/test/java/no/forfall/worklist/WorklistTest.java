package no.forfall.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.Samples;
import no.forfall.cases.Cases;
import no.forfall.cases.ClosingReason;
import no.forfall.cases.CollectionCase;
import no.forfall.identity.Role;
import no.forfall.outbox.Effect;
import no.forfall.outbox.EffectState;
import no.forfall.outbox.EffectStoodStill;
import no.forfall.outbox.Outbox;
import no.forfall.shared.CaseNumber;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

@ForfallTest
class WorklistTest {

    private static final RequestPostProcessor KARI = httpBasic("kari", "a long enough password");
    private static final RequestPostProcessor OLA = httpBasic("ola", "a long enough password");

    @Autowired
    MockMvc http;

    @Autowired
    Samples samples;

    @Autowired
    House house;

    @Autowired
    Worklist worklist;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    Cases cases;

    @Autowired
    Outbox outbox;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void people() {
        house.itIs("2026-03-02");
        samples.person("kari", "Kari Nordmann", Role.HANDLER);
        samples.person("ola", "Ola Hansen", Role.HANDLER);
    }

    private WorkItem asked(String debtor) {
        CollectionCase opened = samples.caseDue("2026-02-02", debtor, "NOK 1200.00");
        samples.ask(opened.number());
        return open(opened.number(), "askDebtor");
    }

    private WorkItem open(CaseNumber number, String element) {
        return worklist.openOf(number).stream()
                .filter(item -> item.element().equals(element))
                .findFirst()
                .orElseThrow();
    }

    private MockHttpServletRequestBuilder complete(WorkItem item, String values) {
        return post("/api/tasks/{id}/complete", item.id())
                .contentType(MediaType.APPLICATION_JSON)
                .content(values);
    }

    @Test
    void twoPeopleWhoAskAtOnceNeverGetTheSame() throws Exception {
        for (int count = 0; count < 20; count++) {
            asked("Hastverk AS");
        }
        List<Callable<Set<String>>> both = List.of(() -> takeTen("kari"), () -> takeTen("ola"));
        var threads = Executors.newFixedThreadPool(2);
        Set<String> taken = new HashSet<>();
        try {
            for (var each : threads.invokeAll(both)) {
                Set<String> theirs = each.get();
                assertThat(theirs).hasSize(10).allMatch(id -> !taken.contains(id));
                taken.addAll(theirs);
            }
        } finally {
            threads.shutdown();
        }
    }

    private Set<String> takeTen(String person) {
        Set<String> ids = new HashSet<>();
        for (int count = 0; count < 10; count++) {
            ids.add(worklist.next(person).orElseThrow().id());
        }
        return ids;
    }

    @Test
    void saysWhoHasWhatSomebodyElseWants() throws Exception {
        WorkItem item = asked("Opptatt AS");
        http.perform(post("/api/tasks/{id}/claim", item.id()).with(KARI)).andExpect(status().isOk());
        http.perform(post("/api/tasks/{id}/claim", item.id()).with(OLA).header("Accept-Language", "nb"))
                .andExpect(status().isConflict())
                .andExpect(
                        jsonPath("$.detail")
                                .value(
                                        "Kari Nordmann har denne saken åpen. Ta en annen, eller be Kari Nordmann legge den tilbake."));
        assertThat(tasks.createTaskQuery().taskId(item.id()).singleResult().getAssignee())
                .isEqualTo("kari");
        http.perform(post("/api/tasks/{id}/release", item.id()).with(KARI))
                .andExpect(jsonPath("$.assignee").doesNotExist());
    }

    @Test
    void namesTheFieldThatIsMissingAndCompletesWhenItIsThere() throws Exception {
        WorkItem item = asked("Skjema AS");
        http.perform(get("/api/tasks/{id}/form", item.id()).with(KARI))
                .andExpect(jsonPath("$.components[0].key").value("answer"));
        http.perform(complete(item, "{}").with(KARI).header("Accept-Language", "sv"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("answer"))
                .andExpect(jsonPath("$.errors[0].message").value("Fyll i fältet."));
        http.perform(complete(item, "{\"answer\": \"yes\"}").with(KARI))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.location").value("/worklist/next"));
        assertThat(worklist.get(item.id()).doneAt()).isNotNull();
        http.perform(complete(item, "{\"answer\": \"yes\"}").with(KARI)).andExpect(status().isConflict());
    }

    @Test
    void followsWhatHappensInTheEngineDirectly() {
        WorkItem claimed = asked("Tasklist AS");
        tasks.claim(claimed.id(), "ola");
        assertThat(worklist.get(claimed.id()).assignee()).isEqualTo("ola");
        tasks.complete(claimed.id(), Map.of("answer", "yes"));
        assertThat(worklist.get(claimed.id()).doneAt()).isNotNull();
    }

    @Test
    void takesBackWhatAClosedCaseNoLongerNeeds() {
        WorkItem item = asked("Betalt AS");
        cases.close(item.caseNumber(), ClosingReason.PAID);
        assertThat(worklist.openOf(item.caseNumber())).isEmpty();
    }

    @Test
    void refusesToCompleteWhatIsHeldAndDoesNotOfferIt() throws Exception {
        CollectionCase opened = samples.caseDue("2025-11-03", "Stoppet AS", "NOK 99999.00");
        house.settle();
        WorkItem item = worklist.openOf(opened.number()).get(0);
        cases.hold(opened.number(), "OTHER", null);
        assertThat(worklist.get(item.id()).held()).isTrue();
        String answer = "{\"outcome\": \"NO_ANSWER\"}";
        http.perform(complete(item, answer).with(KARI)).andExpect(status().isConflict());
        cases.resume(opened.number());
        http.perform(complete(item, answer).with(KARI)).andExpect(status().isOk());
    }

    @Test
    void asksAPersonWhereTheLawBarsALetterAndTriesAgainOnTheirWord() throws Exception {
        WorkItem item = standsStill(EffectState.BARRED);
        assertThat(item.kind()).isEqualTo(WorkItem.Kind.DECIDE);
        http.perform(get("/api/tasks/{id}", item.id()).with(KARI).header("Accept-Language", "nb"))
                .andExpect(jsonPath("$.reason").value("fordi"))
                .andExpect(jsonPath("$.title").value("Avgjør: Spør skyldneren"));
        http.perform(get("/api/tasks/{id}/form", item.id()).with(KARI))
                .andExpect(jsonPath("$.components[0].values.length()").value(3));
        http.perform(complete(item, "{\"outcome\": \"ARRIVED\"}").with(KARI))
                .andExpect(status().isUnprocessableEntity());
        http.perform(complete(item, "{\"outcome\": \"TRY_AGAIN\"}").with(KARI)).andExpect(status().isOk());
        assertThat(outbox.find(UUID.fromString(item.id())).orElseThrow().state())
                .isEqualTo(EffectState.QUEUED);
        assertThat(worklist.get(item.id()).doneAt()).isNotNull();
        outbox.withdraw(item.caseNumber(), "the test is over");
    }

    @Test
    void asksAPersonWhetherALetterArrived() throws Exception {
        WorkItem item = standsStill(EffectState.UNKNOWN);
        assertThat(item.kind()).isEqualTo(WorkItem.Kind.CHECK_DELIVERY);
        http.perform(complete(item, "{\"outcome\": \"GO_ON\"}").with(KARI)).andExpect(status().isOk());
        assertThat(outbox.find(UUID.fromString(item.id())).orElseThrow().state())
                .isEqualTo(EffectState.DELIVERED);
    }

    private WorkItem standsStill(EffectState state) {
        CaseNumber number = asked("Barred AS").caseNumber();
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .processDefinitionKey("ask")
                .singleResult();
        UUID key = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            String origin = "gone visit " + instance.getProcessDefinitionId() + " askDebtor";
            outbox.queue(
                    new Effect(key, number, "closeCase", "{}", origin),
                    java.time.Instant.parse("2100-01-01T00:00:00Z"));
            jdbc.sql("update app.outbox set state = ? where key = ?")
                    .params(state.name(), key)
                    .update();
            events.publishEvent(new EffectStoodStill(
                    number,
                    key,
                    "closeCase",
                    state,
                    "NO-R1",
                    "{\"nb\": \"fordi\", \"sv\": \"därför\", \"en\": \"because\"}",
                    null));
        });
        return worklist.get(key.toString());
    }

    @Test
    void repairsWhatDiffersFromTheEngine() {
        WorkItem lost = asked("Mistet AS");
        WorkItem stale = asked("Gammel AS");
        jdbc.sql("delete from app.work_item where id = ?").param(lost.id()).update();
        jdbc.sql("insert into app.work_item (id, kind, case_number, process, element, name, opened_at)"
                        + " values ('never-there', 'STEP', ?, 'ask', 'askDebtor', 'Ask', now())")
                .param(stale.caseNumber().value())
                .update();
        Reconciliation.Report report = reconciliation.reconcile();
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.closed()).isEqualTo(1);
        assertThat(worklist.get(lost.id()).doneAt()).isNull();
        assertThat(worklist.get("never-there").doneAt()).isNotNull();
        assertThat(reconciliation.reconcile()).isEqualTo(new Reconciliation.Report(0, 0, 0));
    }

    @Test
    void answersAStrangerWithAProblemAndNotWithAPage() throws Exception {
        http.perform(get("/api/tasks")).andExpect(status().isUnauthorized());
        http.perform(get("/api/tasks/none").with(KARI)).andExpect(status().isNotFound());
    }
}
