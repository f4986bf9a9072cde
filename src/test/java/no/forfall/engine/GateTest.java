package no.forfall.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.http.MediaType.MULTIPART_FORM_DATA;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.forfall.ForfallTest;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.identity.Role;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;

@ForfallTest
class GateTest {

    private static int touchedBefore;

    @Autowired
    Editions editions;

    @Autowired
    RepositoryService repository;

    @Autowired
    ProcessEngine engine;

    @Autowired
    People people;

    @Autowired
    TestRestTemplate http;

    static Stream<Attacks.Attack> attacks() {
        return Attacks.all();
    }

    @BeforeEach
    void rememberTheCanary() {
        touchedBefore = Canary.touched();
        people.save(new Person("gate-designer", "Dag", Set.of(Role.DESIGNER)), "gate");
    }

    private static void assertNothingRan() {
        assertThat(Canary.touched()).as("what the attack would have run").isEqualTo(touchedBefore);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void refusesAtTheStudio(Attacks.Attack attack) {
        List<EditionFinding> findings = editions.check(attack.file(), bytes(attack));
        assertThat(findings).isNotEmpty();
        assertThat(findings.toString()).contains(attack.element());
        assertThat(findings).anyMatch(finding -> attack.element().isEmpty() || finding.element() != null);
        assertThatThrownBy(() -> editions.publish(attack.file(), bytes(attack), "eve", "a note"))
                .isInstanceOf(EditionRefused.class);
        assertNothingRan();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void refusesInTheEngine(Attacks.Attack attack) {
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString(attack.file(), attack.content())
                        .deploy())
                .hasMessageContaining(attack.element());
        assertNothingRan();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void refusesOverHttp(Attacks.Attack attack) {
        ResponseEntity<String> answer = deployOverHttp("/engine-rest/deployment/create", attack);
        assertThat(answer.getStatusCode().isError()).as(answer.getBody()).isTrue();
        if (!attack.file().contains("/")) {
            assertThat(answer.getBody()).contains(attack.element());
        }
        assertNothingRan();
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("evil")
                        .count())
                .isZero();
    }

    private ResponseEntity<String> deployOverHttp(String path, Attacks.Attack attack) {
        LinkedMultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add("deployment-name", "evil");
        parts.add("data", new ByteArrayResource(bytes(attack)) {
            @Override
            public String getFilename() {
                return attack.file();
            }
        });
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MULTIPART_FORM_DATA);
        return http.withBasicAuth("gate-designer", "gate")
                .postForEntity(path, new HttpEntity<>(parts, headers), String.class);
    }

    private ProcessEngineConfigurationImpl closed() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /** What the grammar cannot know before it runs is refused when it runs. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "${country['class']}",
                "${country[key]}",
                "${timing.length()}",
                "${timing.class}",
                "${country.bytes}",
                "${timing.bankingDaysFromNow(2000000000)}",
                "${dataSource}",
                "${''.getClass()}",
                "${" + Attacks.REFLECTION + "}",
                "${closeCase.execute(null)}",
                "${currentUser()}"
            })
    void refusesAtRunTime(String expression) {
        Map<String, Object> variables = Map.of("country", "NO", "key", "class");
        assertThatThrownBy(
                        () -> closed().getCommandExecutorTxRequired().execute(context -> closed().getExpressionManager()
                                .createExpression(expression)
                                .getValue(new ExecutionEntity() {
                                    @Override
                                    public boolean hasVariable(String name) {
                                        return variables.containsKey(name);
                                    }

                                    @Override
                                    public Object getVariable(String name) {
                                        return variables.get(name);
                                    }
                                })))
                .isInstanceOfAny(ProcessEngineException.class, ELException.class);
        assertNothingRan();
    }

    private static byte[] bytes(Attacks.Attack attack) {
        return attack.content().getBytes(StandardCharsets.UTF_8);
    }

    /** Shows that the canary is worth watching: an engine's own expressions reach it. */
    @Test
    void theCanaryFallsSilentWhereNothingIsClosed() {
        Object answer = closed().getCommandExecutorTxRequired().execute(context -> new JuelExpressionManager()
                .createExpression("${" + Attacks.REFLECTION + "}")
                .getValue(StartProcessVariableScope.getSharedInstance()));
        assertThat(answer).isEqualTo("touched");
        assertThat(Canary.touched()).isEqualTo(touchedBefore + 1);
    }

    /** The second lock: a table that is handed to the engine past every gate finds a closed language and no script. */
    @ParameterizedTest
    @MethodSource("hostileLogic")
    void tablesRunNothingEvenPastTheGate(String logic) {
        DmnEngine dmn = closed().getDmnEngine();
        try {
            var decision = dmn.parseDecision(
                    "evil", new java.io.ByteArrayInputStream(Attacks.dmn(logic).getBytes(StandardCharsets.UTF_8)));
            Object answer = dmn.evaluateDecision(decision, Map.of("country", "NO"));
            assertThat(String.valueOf(answer)).doesNotContain("touched");
        } catch (RuntimeException refused) {
            assertThat(refused).hasMessageNotContaining("touched");
        }
        assertNothingRan();
    }

    static Stream<String> hostileLogic() {
        String open = "<variable id=\"v\" name=\"a\"/><literalExpression id=\"l\"";
        String external =
                "{touch: function() external {java: {class: \"no.forfall.engine.Canary\", method signature: \"touch()\"}}, a: touch()}.a";
        return Stream.of(
                open + " expressionLanguage=\"juel\"><text>${" + Attacks.REFLECTION + "}</text></literalExpression>",
                open
                        + " expressionLanguage=\"groovy\"><text>no.forfall.engine.Canary.touch()</text></literalExpression>",
                open + "><text>" + external + "</text></literalExpression>",
                open + "><text>country.getClass().forName(\"no.forfall.engine.Canary\")</text></literalExpression>",
                open + "><text>country.class</text></literalExpression>");
    }

    @Test
    void feelReachesNoJava() {
        var feel = new ScalaFeelEngineFactory().createInstance();
        for (String expression : List.of(
                "(function() external {java: {class: \"no.forfall.engine.Canary\", method signature: \"touch()\"}})()",
                "a.class",
                "a.getClass()")) {
            try {
                feel.evaluateSimpleExpression(
                        expression,
                        Variables.createVariables().putValue("a", "text").asVariableContext());
            } catch (RuntimeException refused) {
                assertThat(refused).isNotNull();
            }
        }
        assertNothingRan();
    }
}
