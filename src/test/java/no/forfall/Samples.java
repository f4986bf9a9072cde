package no.forfall;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import no.forfall.cases.Cases;
import no.forfall.cases.CollectionCase;
import no.forfall.engine.Edition;
import no.forfall.engine.Editions;
import no.forfall.engine.Flow;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.identity.Role;
import no.forfall.law.DebtorKind;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Registry;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.springframework.boot.test.context.TestComponent;

/** Cases of their own for each test, people who work on them, and a process that asks a person one thing at once. */
@TestComponent
public class Samples {

    private static final String ASK = "ask";
    private static final AtomicInteger COUNT = new AtomicInteger(9_000);

    private final Registry registry;
    private final Cases cases;
    private final Editions editions;
    private final Flow flow;
    private final People people;

    Samples(Registry registry, Cases cases, Editions editions, Flow flow, People people) {
        this.registry = registry;
        this.cases = cases;
        this.editions = editions;
        this.flow = flow;
        this.people = people;
    }

    /** A case of a debtor and an invoice that no other test has; the invoice is due on the day, in ISO form. */
    public CollectionCase caseDue(String dueOn, String debtorName, String amount) {
        int unique = COUNT.incrementAndGet();
        var creditor = registry.creditor("987654325", "Fjord Varme AS", Country.NO);
        var debtor = registry.debtor(creditor, "K" + unique, debtorName, DebtorKind.BUSINESS);
        LocalDate due = LocalDate.parse(dueOn);
        Invoice invoice = new Invoice(debtor, "FV-" + unique, due.minusDays(14), due, Money.parse(amount));
        invoice.payableWith("00" + unique + "7", null, null, false);
        return cases.ofInvoice(registry.register(invoice).id()).orElseThrow();
    }

    public void person(String userName, String name, Role... roles) {
        people.save(new Person(userName, name, Set.of(roles)), "a long enough password");
    }

    /** Starts a process on the case that has a person answer a form, {@code answer} being required. */
    public void ask(CaseNumber number) {
        if (editions.newest(Edition.Kind.PROCESS, ASK).isEmpty()) {
            editions.publish("ask-form.form", FORM.getBytes(StandardCharsets.UTF_8), "test", "a form to try");
            editions.publish("ask.bpmn", DIAGRAM.getBytes(StandardCharsets.UTF_8), "test", "a process to try");
        }
        flow.start(ASK, number, Map.of());
    }

    private static final String FORM = """
            {"type": "default", "id": "ask-form", "schemaVersion": 16, "components": [
              {"type": "textfield", "id": "answer", "key": "answer", "label": "Answer", "validate": {"required": true}}]}
            """;

    private static final String DIAGRAM = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="askDefinitions" targetNamespace="https://forfall.example">
              <bpmn:process id="ask" name="Ask" isExecutable="true" camunda:historyTimeToLive="P180D">
                <bpmn:startEvent id="begun"><bpmn:outgoing>a1</bpmn:outgoing></bpmn:startEvent>
                <bpmn:sequenceFlow id="a1" sourceRef="begun" targetRef="askDebtor"/>
                <bpmn:userTask id="askDebtor" name="Ask the debtor" camunda:candidateGroups="handler"
                    camunda:formRef="ask-form" camunda:formRefBinding="latest">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="name.nb" value="Spør skyldneren"/>
                  </camunda:properties></bpmn:extensionElements>
                  <bpmn:incoming>a1</bpmn:incoming><bpmn:outgoing>a2</bpmn:outgoing>
                </bpmn:userTask>
                <bpmn:sequenceFlow id="a2" sourceRef="askDebtor" targetRef="asked"/>
                <bpmn:endEvent id="asked" name="Asked"><bpmn:incoming>a2</bpmn:incoming></bpmn:endEvent>
              </bpmn:process>
            </bpmn:definitions>
            """;
}
