package no.forfall.engine.closing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;

/**
 * Looks at every file of a deployment before the engine does, whichever way it came in: its name, and what a decision table
 * or a form may contain. A diagram is read by {@link Gate} when it is parsed.
 */
public final class FileGate implements Deployer {

    /** What a file may be called. */
    public static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*\\.(bpmn|dmn|form)");

    private static final int LARGEST = 2 * 1024 * 1024;

    private final FormGate forms;

    public FileGate(ObjectMapper json) {
        this.forms = new FormGate(json);
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        for (ResourceEntity file : deployment.getResources().values()) {
            List<GateFinding> findings = findings(file.getName(), file.getBytes());
            if (!findings.isEmpty()) {
                throw new ParseException(
                        "Not published: " + file.getName() + ": "
                                + findings.stream().map(Problem::getMessage).toList(),
                        file.getName(),
                        List.copyOf(findings),
                        List.of());
            }
        }
    }

    /** What is wrong with a file, apart from what {@link Gate} finds in a diagram. */
    public List<GateFinding> findings(String name, byte[] content) {
        if (!NAME.matcher(name).matches()) {
            return List.of(GateFinding.ofFile("The file name '" + name
                    + "' must be small letters, digits and hyphens and end in .bpmn, .dmn or .form"));
        }
        if (content.length > LARGEST) {
            return List.of(GateFinding.ofFile("The file is larger than 2 MB"));
        }
        return switch (name.substring(name.lastIndexOf('.'))) {
            case ".dmn" -> TableGate.findings(content);
            case ".form" -> forms.findings(content);
            default -> List.of();
        };
    }
}
