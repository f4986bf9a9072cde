package no.forfall.engine;

import java.io.ByteArrayInputStream;
import java.util.List;
import no.forfall.engine.EditionFinding.Severity;
import no.forfall.engine.closing.FileGate;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ResourceReport;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.stereotype.Component;

/** Reads a file exactly as publishing it would, without publishing it, in a transaction of its own. */
@Component
class EditionCheck {

    private final ProcessEngineConfigurationImpl engine;
    private final FileGate gate;

    EditionCheck(ProcessEngine engine, FileGate gate) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.gate = gate;
    }

    List<EditionFinding> findings(String file, byte[] content) {
        List<EditionFinding> findings =
                gate.findings(file, content).stream().map(EditionCheck::finding).toList();
        if (!findings.isEmpty() || file.endsWith(".form")) {
            return findings;
        }
        boolean diagram = file.endsWith(".bpmn");
        List<EditionFinding> errors = read(context -> diagram ? diagram(file, content) : table(content));
        return errors.isEmpty() && diagram ? DiagramAdvice.on(content) : errors;
    }

    private List<EditionFinding> read(Command<?> reading) {
        try {
            engine.getCommandExecutorTxRequiresNew().execute(reading);
            return List.of();
        } catch (ParseException refused) {
            return refused.getResorceReports().stream()
                    .map(ResourceReport::getErrors)
                    .flatMap(List::stream)
                    .map(EditionCheck::finding)
                    .toList();
        } catch (RuntimeException unreadable) {
            return List.of(
                    new EditionFinding(null, 0, "The file cannot be read: " + rootMessage(unreadable), Severity.ERROR));
        }
    }

    private Object diagram(String file, byte[] content) {
        DeploymentEntity deployment = new DeploymentEntity();
        deployment.setId("check");
        BpmnDeployer deployer = engine.getDeployers().stream()
                .filter(BpmnDeployer.class::isInstance)
                .map(BpmnDeployer.class::cast)
                .findFirst()
                .orElseThrow();
        return deployer.getBpmnParser()
                .createParse()
                .sourceInputStream(new ByteArrayInputStream(content))
                .deployment(deployment)
                .name(file)
                .execute();
    }

    private Object table(byte[] content) {
        List<DmnDecision> decisions = engine.getDmnEngine().parseDecisions(new ByteArrayInputStream(content));
        if (decisions.isEmpty()) {
            throw new IllegalArgumentException("it holds no decision");
        }
        return decisions;
    }

    private static EditionFinding finding(Problem problem) {
        return new EditionFinding(problem.getMainElementId(), problem.getLine(), problem.getMessage(), Severity.ERROR);
    }

    private static String rootMessage(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
