package no.forfall.engine.closing;

import no.forfall.engine.timing.BankingDayTimer;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Parses a diagram only after the gate has let it through, and makes its timers land on banking days. */
final class GatedParse extends BpmnParse {

    private final Gate gate;

    GatedParse(BpmnParser parser, Gate gate) {
        super(parser);
        this.gate = gate;
    }

    @Override
    protected void parseRootElement() {
        var findings = gate.findings(getRootElement());
        findings.forEach(finding -> addError(
                "'" + finding.elementId() + "': " + finding.message(), finding.element(), finding.elementId()));
        if (findings.isEmpty()) {
            super.parseRootElement();
        }
    }

    @Override
    protected TimerDeclarationImpl parseTimer(Element definition, ActivityImpl activity, String handlerType) {
        return super.parseTimer(definition, activity, handlerType);
    }
}
