package no.forfall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.cases.Cases;
import no.forfall.cases.Tokens;
import no.forfall.law.DebtorKind;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Registry;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.camunda.bpm.engine.TaskService;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The closing leaves a designer everything that an ordinary diagram needs. */
@ForfallTest
class OrdinaryDiagramTest {

    @Autowired
    Editions editions;

    @Autowired
    Flow flow;

    @Autowired
    Steps steps;

    @Autowired
    Registry registry;

    @Autowired
    Cases cases;

    @Autowired
    Tokens tokens;

    @Autowired
    TaskService tasks;

    @Autowired
    House house;

    @Test
    void runsTimersMessagesTablesFormsAndCalls() {
        house.itIs("2026-03-02");
        publish("ordinary-answer.form", FORM);
        publish("ordinary-table.dmn", TABLE);
        publish("ordinary-child.bpmn", CHILD);
        publish("ordinary.bpmn", ORDINARY);
        CaseNumber number = aCase();

        flow.start(
                "ordinary",
                number,
                Map.of("country", "NO", "dueDate", "2026-03-16", "teams", new ArrayList<>(List.of("a", "b"))));
        assertThat(elements(number)).contains("wait");
        assertThat(flow.signalWithDocument(number, "ordinaryAnswer", "answer", "{\"status\": \"PAID\", \"amount\": 4}"))
                .isOne();
        assertThat(elements(number)).contains("each").doesNotContain("wait");

        tasks.createTaskQuery()
                .taskDefinitionKey("each")
                .list()
                .forEach(task -> steps.complete(task.getId(), "anyone", Map.of()));
        String inChild = tasks.createTaskQuery()
                .taskDefinitionKey("inChild")
                .singleResult()
                .getId();
        steps.complete(inChild, "anyone", Map.of("amount", 12));
        assertThat(elements(number)).contains("pause");

        house.goTo("2026-03-09");
        assertThat(elements(number)).contains("last").doesNotContain("pause");
        assertThat(flow.signal(number, "ordinaryStop", Map.of())).isOne();
        assertThat(elements(number)).doesNotContain("last");
    }

    private List<String> elements(CaseNumber number) {
        return tokens.of(number).stream().map(token -> token.element()).toList();
    }

    private CaseNumber aCase() {
        var creditor = registry.creditor("123456785", "Nordlys AS", Country.NO);
        var debtor = registry.debtor(creditor, "ordinary", "Fjell AS", DebtorKind.BUSINESS);
        var invoice = registry.register(new Invoice(
                debtor,
                "ordinary-1",
                LocalDate.parse("2026-03-01"),
                LocalDate.parse("2026-03-16"),
                Money.parse("NOK 100.00")));
        return cases.ofInvoice(invoice.id()).orElseThrow().number();
    }

    private void publish(String file, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        assertThat(editions.check(file, bytes))
                .noneMatch(finding -> finding.severity() == EditionFinding.Severity.ERROR);
        assertThat(editions.publish(file, bytes, "dag", "an ordinary file").author())
                .isEqualTo("dag");
    }

    private static final String FORM =
            "{\"id\": \"ordinary-answer\", \"type\": \"default\", \"components\": [{\"type\": \"number\", \"key\": \"amount\", \"id\": \"n\", \"label\": \"Amount\"}]}";

    private static final String TABLE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="https://forfall.example/tables">
              <decision id="ordinary-table" name="Ordinary table">
                <decisionTable id="t" hitPolicy="FIRST">
                  <input id="i"><inputExpression id="ie" typeRef="string"><text>upper case(country)</text></inputExpression></input>
                  <output id="o" name="team" typeRef="string"/>
                  <rule id="r1"><inputEntry id="r1i"><text>"NO", "SE"</text></inputEntry><outputEntry id="r1o"><text>"north"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    private static final String CHILD = Attacks.definitions("""
            <bpmn:process id="ordinary-child" isExecutable="true" camunda:historyTimeToLive="P1D">
              <bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="inChild"/>
              <bpmn:userTask id="inChild" name="Ask" camunda:candidateGroups="handler" camunda:dueDate="${timing.bankingDaysFromNow(2)}" camunda:formRef="ordinary-answer" camunda:formRefBinding="latest"/>
              <bpmn:sequenceFlow id="f2" sourceRef="inChild" targetRef="x"/><bpmn:endEvent id="x"/>
            </bpmn:process>
            """);

    private static final String ORDINARY = Attacks.definitions("""
            <bpmn:message id="m1" name="ordinaryAnswer"/><bpmn:message id="m2" name="ordinaryStop"/>
            <bpmn:process id="ordinary" name="Ordinary" isExecutable="true" camunda:historyTimeToLive="P1D">
              <bpmn:documentation>What ${anyone} may write</bpmn:documentation>
              <bpmn:startEvent id="s"/>
              <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="wait"/>
              <bpmn:eventBasedGateway id="wait"/>
              <bpmn:sequenceFlow id="f2" sourceRef="wait" targetRef="waitForAnswer"/>
              <bpmn:sequenceFlow id="f3" sourceRef="wait" targetRef="waitOver"/>
              <bpmn:intermediateCatchEvent id="waitForAnswer"><bpmn:messageEventDefinition id="e1" messageRef="m1"/></bpmn:intermediateCatchEvent>
              <bpmn:intermediateCatchEvent id="waitOver"><bpmn:timerEventDefinition id="e2"><bpmn:timeDate xsi:type="bpmn:tFormalExpression">${timing.bankingDaysAfterDue(1)}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
              <bpmn:sequenceFlow id="f4" sourceRef="waitOver" targetRef="x"/>
              <bpmn:sequenceFlow id="f5" sourceRef="waitForAnswer" targetRef="paid"/>
              <bpmn:exclusiveGateway id="paid" default="f7"/>
              <bpmn:sequenceFlow id="f6" sourceRef="paid" targetRef="decide"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${answer.prop("status").stringValue() == "PAID" and answer.prop("amount").numberValue() &gt; 3 and not empty teams}</bpmn:conditionExpression></bpmn:sequenceFlow>
              <bpmn:sequenceFlow id="f7" sourceRef="paid" targetRef="x"/>
              <bpmn:businessRuleTask id="decide" camunda:decisionRef="ordinary-table" camunda:mapDecisionResult="singleEntry" camunda:resultVariable="team"/>
              <bpmn:sequenceFlow id="f8" sourceRef="decide" targetRef="each"/>
              <bpmn:userTask id="each" camunda:assignee="${one}" camunda:candidateGroups="${team}"><bpmn:multiInstanceLoopCharacteristics camunda:collection="${teams}" camunda:elementVariable="one"/></bpmn:userTask>
              <bpmn:sequenceFlow id="f9" sourceRef="each" targetRef="call"/>
              <bpmn:callActivity id="call" calledElement="ordinary-child"><bpmn:extensionElements><camunda:in businessKey="#{execution.processBusinessKey}"/><camunda:in variables="all"/><camunda:out source="amount" target="amount"/></bpmn:extensionElements></bpmn:callActivity>
              <bpmn:sequenceFlow id="f10" sourceRef="call" targetRef="enough"/>
              <bpmn:exclusiveGateway id="enough" default="f12"/>
              <bpmn:sequenceFlow id="f11" sourceRef="enough" targetRef="pause"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${amount ge 12}</bpmn:conditionExpression></bpmn:sequenceFlow>
              <bpmn:sequenceFlow id="f12" sourceRef="enough" targetRef="call"/>
              <bpmn:intermediateCatchEvent id="pause"><bpmn:timerEventDefinition id="e3"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P5D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
              <bpmn:sequenceFlow id="f13" sourceRef="pause" targetRef="last"/>
              <bpmn:userTask id="last" name="Last"/>
              <bpmn:sequenceFlow id="f14" sourceRef="last" targetRef="x"/>
              <bpmn:endEvent id="x"/>
              <bpmn:subProcess id="stop" triggeredByEvent="true">
                <bpmn:startEvent id="stopped"><bpmn:messageEventDefinition id="e4" messageRef="m2"/></bpmn:startEvent>
                <bpmn:sequenceFlow id="f15" sourceRef="stopped" targetRef="over"/><bpmn:endEvent id="over"/>
              </bpmn:subProcess>
            </bpmn:process>
            """);
}
