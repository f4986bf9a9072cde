package no.forfall.cockpit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.Samples;
import no.forfall.casefile.Age;
import no.forfall.casefile.CaseList;
import no.forfall.casefile.CaseQuery;
import no.forfall.casefile.CaseRow;
import no.forfall.cases.CollectionCase;
import no.forfall.engine.Editions;
import no.forfall.engine.Flow;
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
            var behind = cases.find(
                    new CaseQuery(null, null, null, null, bucket.key(), "NOK", null, null), 0, 200, Locale.ENGLISH);
            assertThat(behind.total()).as(bucket.key().name()).isEqualTo(bucket.count());
            assertThat(behind.items().stream().map(CaseRow::openPrincipal).reduce(Money.parse("NOK 0.00"), Money::plus))
                    .as(bucket.key().name())
                    .isEqualTo(bucket.amount());
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
