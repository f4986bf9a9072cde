package no.forfall.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.util.List;
import no.forfall.engine.EditionFinding.Severity;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ResourceReport;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.model.dmn.Dmn;
import org.springframework.stereotype.Component;

/** Reads a file exactly as publishing it would, without publishing it. */
@Component
class EditionCheck {

    private static final int LARGEST = 2 * 1024 * 1024;

    private final ProcessEngineConfigurationImpl engine;
    private final ObjectMapper json;

    EditionCheck(ProcessEngine engine, ObjectMapper json) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.json = json;
    }

    List<EditionFinding> findings(String file, byte[] content) {
        if (!EditionFiles.NAME.matcher(file).matches()) {
            return List.of(
                    error("The file name must be small letters, digits and hyphens and end in .bpmn, .dmn or .form"));
        }
        if (content.length > LARGEST) {
            return List.of(error("The file is larger than 2 MB"));
        }
        if (file.endsWith(".bpmn")) {
            return diagram(file, content);
        }
        return file.endsWith(".dmn") ? table(content) : form(content);
    }

    private List<EditionFinding> diagram(String file, byte[] content) {
        try {
            engine.getCommandExecutorTxRequired().execute(context -> {
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
            });
            return List.of();
        } catch (ParseException refused) {
            return refused.getResorceReports().stream()
                    .map(ResourceReport::getErrors)
                    .flatMap(List::stream)
                    .map(EditionCheck::finding)
                    .toList();
        } catch (RuntimeException notXml) {
            return List.of(error("The file is not a BPMN diagram: " + rootMessage(notXml)));
        }
    }

    private static EditionFinding finding(Problem problem) {
        return new EditionFinding(problem.getMainElementId(), problem.getLine(), problem.getMessage(), Severity.ERROR);
    }

    private static List<EditionFinding> table(byte[] content) {
        try {
            boolean foreign = Dmn.readModelFromStream(new ByteArrayInputStream(content))
                    .getModelElementsByType(org.camunda.bpm.model.dmn.instance.LiteralExpression.class)
                    .stream()
                    .anyMatch(expression -> expression.getExpressionLanguage() != null
                            && !expression.getExpressionLanguage().toLowerCase().contains("feel"));
            return foreign ? List.of(error("A decision table speaks FEEL only")) : List.of();
        } catch (RuntimeException notDmn) {
            return List.of(error("The file is not a decision table: " + rootMessage(notDmn)));
        }
    }

    private List<EditionFinding> form(byte[] content) {
        try {
            JsonNode form = json.readTree(content);
            boolean complete = form != null
                    && form.path("id").isTextual()
                    && form.path("components").isArray();
            return complete ? List.of() : List.of(error("The form has no id or no components"));
        } catch (JsonProcessingException e) {
            return List.of(error("The form is not JSON: " + e.getOriginalMessage()));
        } catch (java.io.IOException e) {
            return List.of(error("The form cannot be read"));
        }
    }

    private static EditionFinding error(String message) {
        return new EditionFinding(null, 0, message, Severity.ERROR);
    }

    private static String rootMessage(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
