package no.forfall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import no.forfall.ForfallTest;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.MovableClock;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ForfallTest
class TimersTest {

    private static final CaseNumber CASE = new CaseNumber("F-990001");

    @Autowired
    Editions editions;

    @Autowired
    Flow flow;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    MovableClock clock;

    @AfterEach
    void endIt() {
        flow.end(CASE, "test");
    }

    /** Seven in the morning in Oslo and Stockholm is six o'clock UTC in winter and five in summer. */
    @ParameterizedTest(name = "{0} {1} begun {2} ends {3}")
    @CsvSource({
        "NO, P14D, 2026-03-02T09:30:00Z, 2026-03-16T06:00:00Z",
        "NO, P2W, 2026-03-02T09:30:00Z, 2026-03-16T06:00:00Z",
        "NO, P1M, 2026-01-31T09:30:00Z, 2026-03-02T06:00:00Z",
        // over the change to summer time
        "NO, P14D, 2026-03-19T09:30:00Z, 2026-04-07T05:00:00Z",
        "SE, P14D, 2026-03-24T09:30:00Z, 2026-04-07T05:00:00Z",
        // 1 May is a holiday in both countries, 17 May and Midsummer Eve in one
        "NO, P1D, 2026-04-30T09:30:00Z, 2026-05-04T05:00:00Z",
        "SE, P1D, 2026-06-18T09:30:00Z, 2026-06-22T05:00:00Z",
        "NO, P1D, 2026-06-18T09:30:00Z, 2026-06-19T05:00:00Z",
        "NO, P1D, 2026-05-13T09:30:00Z, 2026-05-15T05:00:00Z",
        // half past midnight in Oslo is still the day before in UTC
        "NO, P7D, 2026-06-02T22:30:00Z, 2026-06-10T05:00:00Z",
        "NO, P14D, 2026-03-20T22:30:00Z, 2026-04-07T05:00:00Z",
        "SE, PT2H, 2026-03-28T22:30:00Z, 2026-03-29T00:30:00Z",
        "NO, P1DT2H, 2026-03-06T09:30:00Z, 2026-03-07T11:30:00Z"
    })
    void landsOnBankingDays(String country, String duration, Instant begun, Instant ends) {
        clock.moveTo(begun);
        publish("timed", duration("timeDuration", duration));
        flow.start("timed", CASE, Map.of("country", country));
        assertThat(timer().getDuedate().toInstant().truncatedTo(java.time.temporal.ChronoUnit.MINUTES))
                .isEqualTo(ends);
    }

    @ParameterizedTest(name = "{1} in {0} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "NO | timing.bankingDaysBeforeDue(3) | 2026-03-30T05:00:00Z",
                "SE | timing.bankingDaysBeforeDue(3) | 2026-03-30T05:00:00Z",
                "NO | timing.bankingDaysAfterDue(1) | 2026-04-08T05:00:00Z",
                "NO | timing.daysAfterDue(7, 7) | 2026-04-09T05:00:00Z",
                "NO | timing.afterDeadline(2) | 2026-05-05T05:00:00Z",
                "SE | timing.bankingDaysAfter('2026-06-18', 1) | 2026-06-22T05:00:00Z",
                "NO | timing.bankingDaysFromNow(1) | 2026-03-03T06:00:00Z"
            })
    void countsFromTheDatesOfTheProcess(String country, String function, Instant ends) {
        clock.moveTo(Instant.parse("2026-03-02T09:30:00Z"));
        publish("timed", duration("timeDate", "${" + function + "}"));
        flow.start("timed", CASE, Map.of("country", country, "dueDate", "2026-04-02", "letterDeadline", "2026-04-30"));
        assertThat(timer().getDuedate().toInstant()).isEqualTo(ends);
    }

    @Test
    void recountsFromTheFirstDayWhenAskedTo() {
        clock.moveTo(Instant.parse("2026-03-02T22:30:00Z"));
        publish("timed", duration("timeDuration", "P14D"));
        flow.start("timed", CASE, Map.of("country", "NO"));
        clock.moveTo(Instant.parse("2026-03-10T10:00:00Z"));
        management.recalculateJobDuedate(timer().getId(), true);
        assertThat(timer().getDuedate().toInstant()).isEqualTo("2026-03-16T06:00:00Z");
        management.recalculateJobDuedate(timer().getId(), false);
        assertThat(timer().getDuedate().toInstant()).isEqualTo("2026-03-24T06:00:00Z");
    }

    @Test
    void aTimerThatStartsAProcessLandsInNorway() {
        clock.moveTo(Instant.parse("2026-03-06T09:30:00Z"));
        editions.publish(
                "timed-start.bpmn",
                Attacks.definitions(
                                "<bpmn:process id=\"timed-start\" isExecutable=\"true\" camunda:historyTimeToLive=\"P1D\"><bpmn:startEvent id=\"s\">"
                                        + definition("timeDuration", "P1D")
                                        + "</bpmn:startEvent><bpmn:sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"x\"/><bpmn:endEvent id=\"x\"/></bpmn:process>")
                        .getBytes(StandardCharsets.UTF_8),
                "dag",
                "starts by itself");
        Job start =
                management.createJobQuery().processDefinitionKey("timed-start").singleResult();
        assertThat(start.getDuedate().toInstant()).isEqualTo("2026-03-09T06:00:00Z");
        management.deleteJob(start.getId());
    }

    private Job timer() {
        return management
                .createJobQuery()
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(CASE.value())
                        .singleResult()
                        .getId())
                .singleResult();
    }

    private void publish(String process, String content) {
        editions.publish(process + ".bpmn", content.getBytes(StandardCharsets.UTF_8), "dag", "a wait");
    }

    private static String duration(String kind, String text) {
        return Attacks.definitions(
                "<bpmn:process id=\"timed\" isExecutable=\"true\" camunda:historyTimeToLive=\"P1D\"><bpmn:startEvent id=\"s\"/><bpmn:sequenceFlow id=\"f1\" sourceRef=\"s\" targetRef=\"a\"/><bpmn:intermediateCatchEvent id=\"a\">"
                        + definition(kind, text)
                        + "</bpmn:intermediateCatchEvent><bpmn:sequenceFlow id=\"f2\" sourceRef=\"a\" targetRef=\"x\"/><bpmn:endEvent id=\"x\"/></bpmn:process>");
    }

    private static String definition(String kind, String text) {
        return "<bpmn:timerEventDefinition id=\"t\"><bpmn:" + kind + " xsi:type=\"bpmn:tFormalExpression\">" + text
                + "</bpmn:" + kind + "></bpmn:timerEventDefinition>";
    }
}
