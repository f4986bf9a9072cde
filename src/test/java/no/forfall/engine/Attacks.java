package no.forfall.engine;

import java.util.stream.Stream;

/** Diagrams, tables and forms that try to run code, to reach what they must not, or to keep the house busy for ever. */
final class Attacks {

    /**
     * @param element the id that the refusal must name; empty where the file as a whole is meant
     */
    record Attack(String name, String file, String content, String element) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** Reflection from a text; touches the canary in an engine that is not closed. */
    static final String REFLECTION =
            "''.getClass().forName('no.forfall.engine.Canary').getMethod('touch').invoke(null)";

    private static final String EVIL = "${" + REFLECTION + "}";

    private Attacks() {}

    static Stream<Attack> all() {
        return Stream.of(expressions(), code(), foreign(), floods(), tables(), files())
                .flatMap(attacks -> attacks);
    }

    private static Stream<Attack> expressions() {
        return Stream.of(
                service("an expression task", "camunda:expression=\"" + EVIL + "\"", ""),
                service("a delegate expression", "camunda:delegateExpression=\"" + EVIL + "\"", ""),
                service("an input parameter", CLOSE, input(EVIL)),
                service(
                        "an entry of a map",
                        CLOSE,
                        input("<camunda:map><camunda:entry key=\"a\">" + EVIL + "</camunda:entry></camunda:map>")),
                service("a priority", CLOSE + " camunda:jobPriority=\"" + EVIL + "\"", input("PAID")),
                user("an assignee", "camunda:assignee=\"" + EVIL + "\""),
                user("a candidate group", "camunda:candidateGroups=\"" + EVIL + "\""),
                user("a due date", "camunda:dueDate=\"" + EVIL + "\""),
                user("a follow-up date", "camunda:followUpDate=\"" + EVIL + "\""),
                user("a task priority", "camunda:priority=\"" + EVIL + "\""),
                user("a form reference", "camunda:formRef=\"" + EVIL + "\" camunda:formRefBinding=\"latest\""),
                user("a class as a property", "camunda:assignee=\"${country.class.name}\""),
                user("the engine's services", "camunda:assignee=\"${execution.getProcessEngineServices()}\""),
                user("a published function's class", "camunda:assignee=\"${timing.getClass()}\""),
                user("a bean", "camunda:assignee=\"${dataSource.getConnection()}\""),
                user("a Spin function", "camunda:assignee=\"${JSON('{}')}\""),
                user("a Spin XML function", "camunda:assignee=\"${XML('&lt;a/&gt;')}\""),
                user("an activity in an expression", "camunda:assignee=\"${closeCase}\""),
                catching(
                        "a timer",
                        "<bpmn:timerEventDefinition id=\"t\"><bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">"
                                + EVIL + "</bpmn:timeDuration></bpmn:timerEventDefinition>"),
                catching(
                        "a conditional event",
                        "<bpmn:conditionalEventDefinition id=\"t\"><bpmn:condition xsi:type=\"bpmn:tFormalExpression\">"
                                + EVIL + "</bpmn:condition></bpmn:conditionalEventDefinition>"),
                bpmn(
                        "a start timer, evaluated at deployment",
                        "t",
                        process(
                                "<bpmn:startEvent id=\"s\"><bpmn:timerEventDefinition id=\"t\"><bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">"
                                        + EVIL + "</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:startEvent>",
                                "<bpmn:endEvent id=\"x\"/>")),
                bpmn("a condition", "f2", condition("xsi:type=\"bpmn:tFormalExpression\"", EVIL)),
                called("a called element", "calledElement=\"" + EVIL + "\"", ""),
                called(
                        "a source expression",
                        "calledElement=\"other\"",
                        "<camunda:in sourceExpression=\"" + EVIL + "\" target=\"a\"/>"),
                called("a business key", "calledElement=\"other\"", "<camunda:in businessKey=\"" + EVIL + "\"/>"),
                repeated("a collection", "camunda:collection=\"" + EVIL + "\"", ""),
                repeated(
                        "a completion condition",
                        "camunda:collection=\"list\"",
                        "<bpmn:completionCondition xsi:type=\"bpmn:tFormalExpression\">" + EVIL
                                + "</bpmn:completionCondition>"),
                defined(
                        "a signal's name",
                        "<bpmn:signal id=\"d\" name=\"" + EVIL + "\"/>",
                        "<bpmn:signalEventDefinition id=\"t\" signalRef=\"d\"/>"),
                defined(
                        "an error's message",
                        "<bpmn:error id=\"d\" errorCode=\"1\" camunda:errorMessage=\"" + EVIL + "\"/>",
                        "<bpmn:errorEventDefinition id=\"t\" errorRef=\"d\"/>"),
                defined(
                        "an escalation's code",
                        "<bpmn:escalation id=\"d\" escalationCode=\"" + EVIL + "\"/>",
                        "<bpmn:escalationEventDefinition id=\"t\" escalationRef=\"d\"/>"));
    }

    private static Stream<Attack> code() {
        String listener = "<camunda:executionListener event=\"start\" ";
        String script = "<camunda:script scriptFormat=\"juel\">" + EVIL + "</camunda:script>";
        return Stream.of(
                service(
                        "a shell",
                        "camunda:type=\"shell\"",
                        "<camunda:field name=\"command\" stringValue=\"touch canary\"/>"),
                service("a mail task", "camunda:type=\"mail\"", ""),
                service("an external task", "camunda:type=\"external\" camunda:topic=\"t\"", ""),
                service("a class", "camunda:class=\"no.forfall.engine.Canary\"", ""),
                service(
                        "an engine behaviour with fields",
                        "camunda:class=\"org.camunda.bpm.engine.impl.bpmn.behavior.ShellActivityBehavior\"",
                        "<camunda:field name=\"command\"><camunda:string>touch canary</camunda:string></camunda:field>"),
                service("a field", CLOSE, "<camunda:field name=\"a\" expression=\"" + EVIL + "\"/>" + input("PAID")),
                service("a listener class", CLOSE, listener + "class=\"no.forfall.engine.Canary\"/>" + input("PAID")),
                service("a listener expression", CLOSE, listener + "expression=\"" + EVIL + "\"/>" + input("PAID")),
                service(
                        "a listener delegate",
                        CLOSE,
                        listener + "delegateExpression=\"${closeCase}\"/>" + input("PAID")),
                service(
                        "a listener script",
                        CLOSE,
                        listener + ">" + script + "</camunda:executionListener>" + input("PAID")),
                service(
                        "a script in a parameter",
                        CLOSE,
                        "<camunda:inputOutput><camunda:inputParameter name=\"reason\">" + script
                                + "</camunda:inputParameter></camunda:inputOutput>"),
                service(
                        "a script in a result",
                        CLOSE,
                        "<camunda:inputOutput><camunda:inputParameter name=\"reason\">PAID</camunda:inputParameter><camunda:outputParameter name=\"a\">"
                                + script + "</camunda:outputParameter></camunda:inputOutput>"),
                service(
                        "a connector",
                        "",
                        "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>"),
                userWith(
                        "a task listener",
                        "<camunda:taskListener event=\"create\" class=\"no.forfall.engine.Canary\"/>"),
                userWith(
                        "a task listener's expression",
                        "<camunda:taskListener event=\"create\" expression=\"" + EVIL + "\"/>"),
                userWith(
                        "form data with a validator",
                        "<camunda:formData><camunda:formField id=\"a\" type=\"string\"><camunda:validation><camunda:constraint name=\"validator\" config=\"no.forfall.engine.Canary\"/></camunda:validation></camunda:formField></camunda:formData>"),
                user("an embedded form", "camunda:formKey=\"embedded:app:forms/evil.html\""),
                user("a form of the engine", "camunda:formKey=\"camunda-forms:deployment:evil.form\""),
                bpmn(
                        "a script task",
                        "a",
                        process(
                                "<bpmn:startEvent id=\"s\"/>",
                                "<bpmn:scriptTask id=\"a\" scriptFormat=\"juel\"><bpmn:script>" + EVIL
                                        + "</bpmn:script></bpmn:scriptTask>")),
                bpmn(
                        "a script task from a resource",
                        "a",
                        process(
                                "<bpmn:startEvent id=\"s\"/>",
                                "<bpmn:scriptTask id=\"a\" scriptFormat=\"juel\" camunda:resource=\"classpath://evil.juel\"/>")),
                bpmn(
                        "a language on a condition",
                        "f2",
                        condition("xsi:type=\"bpmn:tFormalExpression\" language=\"juel\"", EVIL)),
                bpmn(
                        "a resource on a condition",
                        "f2",
                        condition(
                                "xsi:type=\"bpmn:tFormalExpression\" language=\"juel\" camunda:resource=\"deployment://evil.juel\"",
                                "")),
                called(
                        "a variable mapping class",
                        "calledElement=\"other\" camunda:variableMappingClass=\"no.forfall.engine.Canary\"",
                        ""),
                called(
                        "a variable mapping delegate",
                        "calledElement=\"other\" camunda:variableMappingDelegateExpression=\"${closeCase}\"",
                        ""),
                bpmn(
                        "a class behind a message",
                        "e",
                        process(
                                "<bpmn:startEvent id=\"s\"/>",
                                "<bpmn:endEvent id=\"a\"><bpmn:messageEventDefinition id=\"e\" camunda:class=\"no.forfall.engine.Canary\"/></bpmn:endEvent>")),
                bpmn(
                        "a listener on the process",
                        "evil",
                        process(
                                "<bpmn:extensionElements><camunda:executionListener event=\"start\" class=\"no.forfall.engine.Canary\"/></bpmn:extensionElements><bpmn:startEvent id=\"s\"/>",
                                "<bpmn:endEvent id=\"x\"/>")),
                bpmn(
                        "a rule task with a class",
                        "a",
                        process(
                                "<bpmn:startEvent id=\"s\"/>",
                                "<bpmn:businessRuleTask id=\"a\" camunda:class=\"no.forfall.engine.Canary\"/>")));
    }

    private static Stream<Attack> foreign() {
        return Stream.of(
                service("an attribute of the engine's ancestor", "activiti:class=\"no.forfall.engine.Canary\"", ""),
                service(
                        "an element of the engine's ancestor",
                        CLOSE,
                        "<activiti:executionListener event=\"start\" class=\"no.forfall.engine.Canary\"/>"
                                + input("PAID")),
                bpmn(
                        "a task in an unknown namespace",
                        "a",
                        process(
                                "<bpmn:startEvent id=\"s\"/>",
                                "<evil:serviceTask id=\"a\" camunda:class=\"no.forfall.engine.Canary\"/>")),
                bpmn(
                        "a task dressed as a drawing",
                        "a",
                        process(
                                "<bpmn:startEvent id=\"s\"/>",
                                "<dc:serviceTask id=\"a\" camunda:class=\"no.forfall.engine.Canary\"/>")),
                bpmn(
                        "a process dressed as a drawing",
                        "p",
                        definitions(
                                "<dc:process id=\"p\" isExecutable=\"true\" camunda:historyTimeToLive=\"P1D\"><dc:startEvent id=\"s\"/></dc:process>")),
                bpmn(
                        "a picture inside the process",
                        "a",
                        process("<bpmn:startEvent id=\"s\"/>", "<bpmndi:BPMNDiagram id=\"a\"/>")),
                bpmn(
                        "an import",
                        "definitions",
                        definitions(
                                "<bpmn:import importType=\"http://schemas.xmlsoap.org/wsdl/\" location=\"http://localhost:1/evil.wsdl\" namespace=\"x\"/>"
                                        + PLAIN)),
                bpmn(
                        "a document type",
                        "",
                        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>" + definitions(PLAIN)));
    }

    private static Stream<Attack> floods() {
        return Stream.of(
                cycle("a timer every second", "R/PT1S"),
                cycle("a timer every second, said at length", "R/P0DT0H1S"),
                cycle("a timer every second by cron", "0/1 * * * * ?"),
                cycle("a computed cycle", "${'R/PT1S'}"),
                service(
                        "a retry flood",
                        CLOSE,
                        "<camunda:failedJobRetryTimeCycle>R999999/PT0S</camunda:failedJobRetryTimeCycle>"
                                + input("PAID")),
                bpmn(
                        "a million tasks",
                        "m",
                        process(
                                "<bpmn:startEvent id=\"s\"/>",
                                "<bpmn:userTask id=\"a\"><bpmn:multiInstanceLoopCharacteristics id=\"m\"><bpmn:loopCardinality xsi:type=\"bpmn:tFormalExpression\">1000000</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>")),
                bpmn(
                        "an endless circle",
                        "evil",
                        process(
                                "<bpmn:startEvent id=\"s\"/>",
                                "<bpmn:task id=\"a\"/><bpmn:sequenceFlow id=\"f2\" sourceRef=\"a\" targetRef=\"b\"/><bpmn:exclusiveGateway id=\"b\"/><bpmn:sequenceFlow id=\"f3\" sourceRef=\"b\" targetRef=\"a\"/>")));
    }

    private static Stream<Attack> tables() {
        return Stream.of(
                table(
                        "a cell in JUEL",
                        "c",
                        "",
                        "<inputEntry id=\"c\" expressionLanguage=\"juel\"><text>" + EVIL + "</text></inputEntry>"),
                table(
                        "a cell in Groovy",
                        "c",
                        "",
                        "<inputEntry id=\"c\" expressionLanguage=\"groovy\"><text>no.forfall.engine.Canary.touch()</text></inputEntry>"),
                table(
                        "an input in JUEL",
                        "i",
                        " expressionLanguage=\"juel\"",
                        "<inputEntry id=\"c\"><text/></inputEntry>"),
                new Attack(
                        "a literal expression in JUEL",
                        "evil.dmn",
                        dmn(
                                "<variable id=\"v\" name=\"a\"/><literalExpression id=\"l\" expressionLanguage=\"JavaScript\"><text>"
                                        + EVIL + "</text></literalExpression>"),
                        "l"),
                new Attack(
                        "a document type in a table",
                        "evil.dmn",
                        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>"
                                + dmn(
                                        "<variable id=\"v\" name=\"a\"/><literalExpression id=\"l\"><text>1</text></literalExpression>"),
                        ""));
    }

    private static Stream<Attack> files() {
        return Stream.of(
                new Attack("a form that is XML", "evil.form", "<!DOCTYPE a SYSTEM \"file:///etc/hostname\"><a/>", ""),
                new Attack(
                        "a form with a foreign page",
                        "evil.form",
                        "{\"id\": \"evil\", \"components\": [{\"type\": \"iframe\", \"id\": \"a\", \"url\": \"https://evil.example\"}]}",
                        "a"),
                new Attack(
                        "a form with free HTML",
                        "evil.form",
                        "{\"id\": \"evil\", \"components\": [{\"type\": \"html\", \"id\": \"a\", \"content\": \"<script>1</script>\"}]}",
                        "a"),
                new Attack("a script file", "evil.groovy", "no.forfall.engine.Canary.touch()", ""),
                new Attack("a file outside its folder", "../evil.bpmn", definitions(PLAIN), ""),
                new Attack("a case of the older notation", "evil.cmmn", "<a/>", ""));
    }

    private static final String CLOSE = "camunda:delegateExpression=\"${closeCase}\"";

    private static final String PLAIN =
            "<bpmn:process id=\"evil\" isExecutable=\"true\" camunda:historyTimeToLive=\"P1D\"><bpmn:startEvent id=\"s\"/></bpmn:process>";

    private static Attack bpmn(String name, String element, String content) {
        return new Attack(name, "evil.bpmn", content, element);
    }

    private static Attack service(String name, String attributes, String extension) {
        return bpmn(
                name,
                "a",
                process(
                        "<bpmn:startEvent id=\"s\"/>",
                        "<bpmn:serviceTask id=\"a\" " + attributes + "><bpmn:extensionElements>" + extension
                                + "</bpmn:extensionElements></bpmn:serviceTask>"));
    }

    private static String input(String value) {
        return "<camunda:inputOutput><camunda:inputParameter name=\"reason\">" + value
                + "</camunda:inputParameter></camunda:inputOutput>";
    }

    private static Attack user(String name, String attribute) {
        return bpmn(name, "a", process("<bpmn:startEvent id=\"s\"/>", "<bpmn:userTask id=\"a\" " + attribute + "/>"));
    }

    private static Attack userWith(String name, String extension) {
        return bpmn(
                name,
                "a",
                process(
                        "<bpmn:startEvent id=\"s\"/>",
                        "<bpmn:userTask id=\"a\"><bpmn:extensionElements>" + extension
                                + "</bpmn:extensionElements></bpmn:userTask>"));
    }

    private static Attack catching(String name, String definition) {
        return bpmn(
                name,
                "t",
                process(
                        "<bpmn:startEvent id=\"s\"/>",
                        "<bpmn:intermediateCatchEvent id=\"a\">" + definition + "</bpmn:intermediateCatchEvent>"));
    }

    private static Attack cycle(String name, String cycle) {
        return bpmn(
                name,
                "t",
                process(
                        "<bpmn:startEvent id=\"s\"><bpmn:timerEventDefinition id=\"t\"><bpmn:timeCycle xsi:type=\"bpmn:tFormalExpression\">"
                                + cycle + "</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>",
                        "<bpmn:endEvent id=\"a\"/>"));
    }

    private static Attack called(String name, String attributes, String extension) {
        return bpmn(
                name,
                "a",
                process(
                        "<bpmn:startEvent id=\"s\"/>",
                        "<bpmn:callActivity id=\"a\" " + attributes + "><bpmn:extensionElements>" + extension
                                + "</bpmn:extensionElements></bpmn:callActivity>"));
    }

    private static Attack repeated(String name, String attribute, String inside) {
        return bpmn(
                name,
                "m",
                process(
                        "<bpmn:startEvent id=\"s\"/>",
                        "<bpmn:userTask id=\"a\"><bpmn:multiInstanceLoopCharacteristics id=\"m\" " + attribute + ">"
                                + inside + "</bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>"));
    }

    private static Attack defined(String name, String definition, String thrown) {
        return bpmn(
                name,
                "d",
                definitions(definition
                        + "<bpmn:process id=\"evil\" isExecutable=\"true\" camunda:historyTimeToLive=\"P1D\"><bpmn:startEvent id=\"s\"/><bpmn:sequenceFlow id=\"f1\" sourceRef=\"s\" targetRef=\"a\"/><bpmn:endEvent id=\"a\">"
                        + thrown + "</bpmn:endEvent></bpmn:process>"));
    }

    private static String condition(String attributes, String text) {
        return process(
                "<bpmn:startEvent id=\"s\"/>",
                "<bpmn:exclusiveGateway id=\"a\" default=\"f3\"/><bpmn:sequenceFlow id=\"f2\" sourceRef=\"a\" targetRef=\"x\"><bpmn:conditionExpression "
                        + attributes + ">" + text
                        + "</bpmn:conditionExpression></bpmn:sequenceFlow><bpmn:sequenceFlow id=\"f3\" sourceRef=\"a\" targetRef=\"x\"/><bpmn:endEvent id=\"x\"/>");
    }

    /** A process that leads from its start to the element {@code a}. */
    static String process(String start, String rest) {
        String flow = rest.contains("id=\"a\"") ? "<bpmn:sequenceFlow id=\"f1\" sourceRef=\"s\" targetRef=\"a\"/>" : "";
        return definitions("<bpmn:process id=\"evil\" isExecutable=\"true\" camunda:historyTimeToLive=\"P1D\">" + start
                + flow + rest + "</bpmn:process>");
    }

    static String definitions(String content) {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
                    xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    xmlns:activiti="http://activiti.org/bpmn"
                    xmlns:evil="https://evil.example"
                    id="definitions" targetNamespace="https://forfall.example/processes">
                """ + content + "</bpmn:definitions>";
    }

    private static Attack table(String name, String element, String input, String cell) {
        return new Attack(
                name,
                "evil.dmn",
                dmn("<decisionTable id=\"t\"><input id=\"n\"><inputExpression id=\"i\" typeRef=\"string\"" + input
                        + "><text>country</text></inputExpression></input><output id=\"o\" name=\"o\" typeRef=\"string\"/><rule id=\"r\">"
                        + cell + "<outputEntry id=\"e\"><text>1</text></outputEntry></rule></decisionTable>"),
                element);
    }

    static String dmn(String logic) {
        return "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"d\" namespace=\"https://forfall.example/tables\"><decision id=\"evil\" name=\"evil\">"
                + logic + "</decision></definitions>";
    }
}
