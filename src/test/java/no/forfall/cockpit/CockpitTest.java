package no.forfall.cockpit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import no.forfall.Drawn;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.Samples;
import no.forfall.casefile.Age;
import no.forfall.casefile.CaseList;
import no.forfall.casefile.CaseQuery;
import no.forfall.casefile.CaseRow;
import no.forfall.cases.CollectionCase;
import no.forfall.engine.Edition;
import no.forfall.engine.Editions;
import no.forfall.engine.Flow;
import no.forfall.outbox.Outbox;
import org.camunda.bpm.engine.ManagementService;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ForfallTest
class CockpitTest {

    private static final RequestPostProcessor MANAGER = user("mia").roles("MANAGER");

    @Autowired
    MockMvc http;

    @Autowired
    Samples samples;

    @Autowired
    House house;

    @Autowired
    Figures figures;

    @Autowired
    Stoppages stoppages;

    @Autowired
    LegalStopTable stops;

    @Autowired
    Outbox outbox;

    @Autowired
    CaseList cases;

    @Autowired
    Editions editions;

    @Autowired
    Flow flow;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void today() {
        house.itIs("2026-03-02");
    }

    @Test
    void ageingTiesToTheLedgerAndEachClassOpensItsCases() {
        samples.caseDue("2026-03-16", "Ikke forfalt AS", "NOK 10.00");
        samples.caseDue("2026-02-20", "Ti dager AS", "NOK 20.00");
        samples.caseDue("2025-11-01", "Gammel AS", "NOK 30.00");
        Ageing norwegian = figures.ageing().stream()
                .filter(age -> age.currency().equals("NOK"))
                .findFirst()
                .orElseThrow();
        BigDecimal ledger = jdbc.sql("select sum(l.effect)"
                        + " from app.ledger_line l join app.invoice i on i.id = l.invoice_id"
                        + " where l.part = 'PRINCIPAL' and i.currency = 'NOK'")
                .query(BigDecimal.class)
                .single();
        assertThat(norwegian.total().getAmount()).isEqualByComparingTo(ledger);
        for (Ageing.Bucket bucket : norwegian.buckets()) {
            CaseQuery query = new CaseQuery(null, null, null, null, bucket.key(), "NOK", null, null);
            Money open = Money.parse("NOK 0.00");
            for (int page = 0; page * 200L < bucket.count(); page++) {
                var behind = cases.find(query, page, 200, Locale.ENGLISH);
                assertThat(behind.total()).as(bucket.key().name()).isEqualTo(bucket.count());
                open = open.plus(
                        behind.items().stream().map(CaseRow::openPrincipal).toList());
            }
            assertThat(open).as(bucket.key().name()).isEqualTo(bucket.amount());
        }
        assertThat(norwegian.buckets()).extracting(Ageing.Bucket::key).isEqualTo(Age.CLASSES);
    }

    @Test
    void showsEverythingOnOnePage() throws Exception {
        samples.caseDue("2026-02-20", "Kart AS", "NOK 20.00");
        http.perform(get("/cockpit").param("lang", "nb").with(MANAGER))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/cockpit/diagram/overdue-invoice")))
                .andExpect(content().string(containsString("/cases?age=overdue&amp;currency=NOK")));
        http.perform(get("/cockpit/diagram/overdue-invoice").with(MANAGER)).andExpect(status().isOk());
        http.perform(get("/cockpit").with(user("kari").roles("HANDLER"))).andExpect(status().isForbidden());
    }

    @Test
    void retriesWhatGaveUpAndReportsWhatItReallyDid() throws Exception {
        editions.publish("fails.bpmn", FAILS.getBytes(StandardCharsets.UTF_8), "test", "a job that fails");
        CollectionCase failing = samples.caseDue("2026-03-20", "Feiler AS", "NOK 20.00");
        flow.start("fails", failing.number(), Map.of());
        var job = management.createJobQuery().processDefinitionKey("fails").singleResult();
        for (int attempt = 0; attempt < 3; attempt++) {
            try {
                management.executeJob(job.getId());
            } catch (RuntimeException expected) {
                // the job takes a variable that nobody has set
            }
        }
        Stoppage fault = stoppages.all(Locale.ENGLISH).stream()
                .filter(Stoppage::retryable)
                .findFirst()
                .orElseThrow();
        assertThat(fault.step()).isEqualTo("Wait for nothing");
        http.perform(get(java.net.URI.create(fault.href())).with(MANAGER))
                .andExpect(content().string(containsString(failing.number().value())));
        assertThat(stoppages.retry(fault.key())).isEqualTo(new Stoppages.Retried(0, 1, fault.cause()));
        management.createJobQuery().processDefinitionKey("fails").list().forEach(each -> assertThat(each.getRetries())
                .isZero());
        flow.end(failing.number(), "the test is over");
        http.perform(post("/cockpit/faults/retry").with(MANAGER).with(csrf())).andExpect(redirectedUrl("/cockpit"));
        assertThat(stoppages.retry(fault.key())).isEqualTo(new Stoppages.Retried(0, 0, null));
    }

    @Test
    void countsWhatTheLawStoppedByRuleAndVersionOfTheProcess() throws Exception {
        jdbc.sql("delete from app.legal_stop").update();
        http.perform(get("/cockpit").param("lang", "en").with(MANAGER))
                .andExpect(content().string(containsString("Every step that came up was lawful on its day.")));

        Edition first = Drawn.diagram("over-at-once").handsOver().publish(editions);
        CollectionCase one = samples.caseDue("2026-02-20", "Første AS", "NOK 20.00");
        CollectionCase two = samples.caseDue("2026-02-20", "Andre AS", "NOK 20.00");
        flow.start("over-at-once", one.number(), Map.of());
        flow.start("over-at-once", two.number(), Map.of());
        Edition second = Drawn.diagram("over-at-once").handsOver().handsOver().publish(editions);
        CollectionCase three = samples.caseDue("2026-03-16", "Tredje AS", "NOK 20.00");
        flow.start("over-at-once", three.number(), Map.of());
        outbox.skip(outbox.standing(two.number()).get(0).effect().key());
        outbox.tryAgain(outbox.standing(one.number()).get(0).effect().key());
        house.settle();

        assertThat(stops.all(Locale.ENGLISH))
                .filteredOn(stop -> stop.process().equals("over-at-once"))
                .extracting(LegalStop::rule, LegalStop::version, LegalStop::asked, LegalStop::standing)
                .containsExactly(tuple("NO-R13", first.version(), 2L, 1L), tuple("NO-R13", second.version(), 1L, 1L));
        String behind = "/cases?rule=NO-R13&process=over-at-once&version=" + first.version();
        http.perform(get("/cockpit").param("lang", "nb").with(MANAGER))
                .andExpect(content().string(containsString(behind.replace("&", "&amp;"))))
                .andExpect(content().string(containsString("Et inkassovarsel sendes skriftlig etter forfall")));
        http.perform(get(java.net.URI.create(behind)).with(MANAGER))
                .andExpect(content().string(containsString(one.number().value())))
                .andExpect(content().string(containsString(two.number().value())))
                .andExpect(content().string(not(containsString(three.number().value()))));
    }

    @Test
    void tellsProgramsOfManagersWhatTheLawStopped() throws Exception {
        Drawn.diagram("over-for-programs").handsOver().publish(editions);
        flow.start(
                "over-for-programs",
                samples.caseDue("2026-02-20", "Program AS", "NOK 20.00").number(),
                Map.of());
        http.perform(get("/api/law/refusals").header("Accept-Language", "sv").with(MANAGER))
                .andExpect(status().isOk())
                .andExpect(
                        jsonPath("$[?(@.process == 'over-for-programs')].rule").value("NO-R13"))
                .andExpect(jsonPath("$[?(@.process == 'over-for-programs')].statute")
                        .value("inkassoloven § 9"))
                .andExpect(jsonPath("$[?(@.process == 'over-for-programs')].standing")
                        .value(1));
        http.perform(get("/api/law/refusals").with(user("kari").roles("HANDLER")))
                .andExpect(status().isForbidden());
        http.perform(get("/api/openapi").with(MANAGER))
                .andExpect(jsonPath("$.paths['/api/law/refusals'].get.summary").isNotEmpty());
    }

    private static final String FAILS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="failsDefinitions" targetNamespace="https://forfall.example">
              <bpmn:process id="fails" name="Fails" isExecutable="true" camunda:historyTimeToLive="P180D">
                <bpmn:startEvent id="begun"><bpmn:outgoing>a1</bpmn:outgoing></bpmn:startEvent>
                <bpmn:sequenceFlow id="a1" sourceRef="begun" targetRef="ask"/>
                <bpmn:userTask id="ask" name="Wait for nothing" camunda:asyncBefore="true" camunda:dueDate="${nobodySetThis}">
                  <bpmn:incoming>a1</bpmn:incoming><bpmn:outgoing>a2</bpmn:outgoing>
                </bpmn:userTask>
                <bpmn:sequenceFlow id="a2" sourceRef="ask" targetRef="end"/>
                <bpmn:endEvent id="end"><bpmn:incoming>a2</bpmn:incoming></bpmn:endEvent>
              </bpmn:process>
            </bpmn:definitions>
            """;
}
