package no.forfall.engine.closing;

import no.forfall.engine.timing.Landing;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.BpmnParseFactory;

/** Puts the gate before every parse: deployment by any way, and a stored diagram read again. */
public final class GatedParseFactory implements BpmnParseFactory {

    private final Gate gate;
    private final Landing landing;

    public GatedParseFactory(Gate gate, Landing landing) {
        this.gate = gate;
        this.landing = landing;
    }

    @Override
    public BpmnParse createBpmnParse(BpmnParser parser) {
        return new GatedParse(parser, gate, landing);
    }
}
