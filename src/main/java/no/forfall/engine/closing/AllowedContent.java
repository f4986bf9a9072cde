package no.forfall.engine.closing;

import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;

/** The elements and attributes that a diagram may contain. What stands on none of the lists is refused. */
final class AllowedContent {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = BpmnParser.CAMUNDA_BPMN_EXTENSIONS_NS;

    /** The picture, which the engine does not run. */
    static final Set<String> DRAWING = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI");

    static final Set<String> BPMN_ELEMENTS = Set.of(
            "definitions", "process", "collaboration", "participant", "laneSet", "lane", "childLaneSet", "flowNodeRef",
            "startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent", "task",
            "userTask", "serviceTask", "sendTask", "receiveTask", "businessRuleTask", "manualTask", "callActivity",
            "subProcess", "exclusiveGateway", "inclusiveGateway", "parallelGateway", "eventBasedGateway", "sequenceFlow",
            "incoming", "outgoing", "conditionExpression", "timerEventDefinition", "timeDate", "timeDuration",
            "timeCycle", "messageEventDefinition", "errorEventDefinition", "escalationEventDefinition",
            "signalEventDefinition", "terminateEventDefinition", "conditionalEventDefinition", "condition",
            "linkEventDefinition", "message", "error", "escalation", "signal", "documentation", "extensionElements",
            "textAnnotation", "text", "association", "group", "category", "categoryValue",
            "multiInstanceLoopCharacteristics", "loopCardinality", "completionCondition", "dataObject",
            "dataObjectReference", "dataStoreReference");

    static final Set<String> CAMUNDA_ELEMENTS = Set.of(
            "inputOutput", "inputParameter", "outputParameter", "list", "value", "map", "entry", "properties", "property",
            "in", "out", "failedJobRetryTimeCycle");

    static final Set<String> CAMUNDA_ATTRIBUTES = Set.of(
            "asyncBefore", "asyncAfter", "exclusive", "jobPriority", "delegateExpression", "assignee", "candidateUsers",
            "candidateGroups", "dueDate", "followUpDate", "priority", "formRef", "formRefBinding", "decisionRef",
            "decisionRefBinding", "decisionRefVersion", "decisionRefVersionTag", "mapDecisionResult", "resultVariable",
            "calledElementBinding", "calledElementVersion", "calledElementVersionTag", "historyTimeToLive",
            "isStartableInTasklist", "versionTag", "modelerTemplate", "modelerTemplateVersion", "modelerTemplateIcon",
            "collection", "elementVariable", "errorCodeVariable", "errorMessageVariable", "escalationCodeVariable",
            "variableName", "variableEvents", "taskPriority", "local", "source", "sourceExpression", "target",
            "variables", "businessKey");

    private AllowedContent() {}
}
