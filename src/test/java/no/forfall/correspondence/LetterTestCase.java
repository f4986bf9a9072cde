package no.forfall.correspondence;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.cases.Cases;
import no.forfall.engine.Editions;
import no.forfall.engine.Flow;
import no.forfall.law.DebtorKind;
import no.forfall.outbox.EffectState;
import no.forfall.outbox.Outbox;
import no.forfall.outbox.QueuedEffect;
import no.forfall.receivables.Address;
import no.forfall.receivables.Balance;
import no.forfall.receivables.Debtor;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Receivables;
import no.forfall.receivables.Registry;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole house with a mail server that can be told to fail. */
@ForfallTest
abstract class LetterTestCase {

    static final UnreliableMailServer SERVER = new UnreliableMailServer();
    private static final String DIAGRAM = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="https://forfall.example/test">
              <bpmn:process id="%s" name="One letter" isExecutable="true" camunda:historyTimeToLive="P180D">
                <bpmn:startEvent id="begin" name="A letter is due"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent>
                <bpmn:sequenceFlow id="f1" sourceRef="begin" targetRef="letter"/>
                <bpmn:serviceTask id="letter" name="Send the letter" camunda:delegateExpression="${sendLetter}">
                  <bpmn:extensionElements><camunda:inputOutput>%s</camunda:inputOutput></bpmn:extensionElements>
                  <bpmn:incoming>f1</bpmn:incoming><bpmn:outgoing>f2</bpmn:outgoing>
                </bpmn:serviceTask>
                <bpmn:sequenceFlow id="f2" sourceRef="letter" targetRef="end"/>
                <bpmn:endEvent id="end" name="Sent"><bpmn:incoming>f2</bpmn:incoming></bpmn:endEvent>
              </bpmn:process>
            </bpmn:definitions>
            """;
    private static final AtomicInteger NUMBER = new AtomicInteger(1000);

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", SERVER::port);
        properties.add("spring.mail.properties.mail.smtp.timeout", () -> "1000");
        properties.add("forfall.outbox.lease", () -> "PT0.6S");
    }

    @Autowired
    Registry registry;

    @Autowired
    Cases cases;

    @Autowired
    Receivables receivables;

    @Autowired
    Outbox outbox;

    @Autowired
    Editions editions;

    @Autowired
    Flow flow;

    @Autowired
    Letters letters;

    @Autowired
    House house;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void quiet() throws Exception {
        jdbc.sql("update app.outbox set state = 'WITHDRAWN' where state <> 'CONFIRMED'")
                .update();
        SERVER.reset();
    }

    Invoice invoice(Country country, String due, boolean feeAgreed) {
        return invoice(country, due, feeAgreed, "regnskap@bakke.example", null);
    }

    Invoice invoice(Country country, String due, boolean feeAgreed, String email, String language) {
        boolean norway = country == Country.NO;
        return transaction.execute(status -> {
            var creditor = registry.creditor(
                    norway ? "912345678" : "5566778899", norway ? "Nordlys AS" : "Norrsken AB", country);
            creditor.reachAt(
                    new Address("Storgata 14", "9008", "Tromsø", country.name()),
                    "faktura@nordlys.example",
                    "77 00 11 22",
                    "12345678903");
            String number = String.valueOf(NUMBER.incrementAndGet());
            Debtor debtor = registry.debtor(creditor, "K" + number, "Bakke & Sønner AS", DebtorKind.BUSINESS);
            debtor.describe(null, language, email, null, new Address("Kirkeveien 7", "0366", "Oslo", country.name()));
            Invoice invoice = new Invoice(
                    debtor,
                    number,
                    LocalDate.parse(due).minusDays(14),
                    LocalDate.parse(due),
                    Money.of(country.currency(), 12500));
            invoice.payableWith("00" + number, null, "kontormøbler", feeAgreed);
            return registry.register(invoice);
        });
    }

    CaseNumber caseOf(Invoice invoice) {
        return cases.ofInvoice(invoice.id()).orElseThrow().number();
    }

    UUID queue(Invoice invoice, LetterType type) {
        return queue(invoice, type, "");
    }

    /** Runs a process on the case that sends one letter, with more of the activity's fields by name. */
    UUID queue(Invoice invoice, LetterType type, String field, String... value) {
        String process = "one-" + type.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-"
                + String.join("-", value).toLowerCase(Locale.ROOT);
        String more = field.isEmpty() ? "" : parameter(field, value[0]);
        String diagram = DIAGRAM.formatted(process, parameter("letter", type.name()) + more);
        editions.publish(process + ".bpmn", diagram.getBytes(StandardCharsets.UTF_8), "test", "one letter");
        flow.start(process, caseOf(invoice), Map.of());
        return outbox.standing(caseOf(invoice)).stream()
                .map(QueuedEffect::effect)
                .filter(effect -> effect.origin().contains(" " + process + ":"))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .key();
    }

    private static String parameter(String name, String value) {
        return "<camunda:inputParameter name=\"" + name + "\">" + value + "</camunda:inputParameter>";
    }

    /** Queues a letter and lets the outbox work. */
    Letter send(Invoice invoice, LetterType type) {
        UUID key = queue(invoice, type);
        outbox.runDue();
        return letters.find(key).orElseThrow();
    }

    /** The same, again where a busy machine lets the short patience of these tests run out. */
    Letter mailed(Invoice invoice, LetterType type) {
        UUID key = queue(invoice, type);
        for (int attempt = 0; attempt < 5 && stateOf(key) != EffectState.CONFIRMED; attempt++) {
            jdbc.sql("update app.outbox set not_before = queued_at where key = ? and state = 'QUEUED'")
                    .param(key)
                    .update();
            outbox.runDue();
        }
        return letters.find(key).orElseThrow();
    }

    EffectState stateOf(UUID key) {
        return outbox.find(key).orElseThrow().state();
    }

    Balance balance(Invoice invoice) {
        return receivables.balanceOf(invoice.id(), house.today());
    }
}
