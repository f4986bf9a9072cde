package no.forfall.engine.running;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.core.variable.mapping.InputParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoMapping;
import org.camunda.bpm.engine.impl.core.variable.scope.AbstractVariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;

/**
 * The fields of an activity, as the diagram fills them in. They are reckoned when the token arrives and are no variables of
 * the process, which would cost the database rows of their own; an activity that hands values back to the diagram keeps its
 * mapping, and its fields are variables of that activity.
 */
public final class Fields {

    private static final String PROPERTY = "forfall.fields";

    private Fields() {}

    /** Takes the fields out of the engine's hands, when the diagram asks for nothing back. */
    public static boolean takeFrom(ActivityImpl activity) {
        IoMapping mapping = activity.getIoMapping();
        if (mapping == null || !mapping.getOutputParameters().isEmpty()) {
            return false;
        }
        activity.setProperty(PROPERTY, mapping.getInputParameters());
        activity.setIoMapping(null);
        return true;
    }

    /** What the diagram filled in, by field; a field that it left out is not there. */
    public static Map<String, Object> of(DelegateExecution execution) {
        ActivityImpl activity = ((ExecutionEntity) execution).getActivity();
        if (activity.getIoMapping() != null) {
            return execution.getVariablesLocal();
        }
        Map<String, Object> fields = new HashMap<>();
        for (InputParameter parameter : taken(activity)) {
            fields.put(parameter.getName(), parameter.getValueProvider().getValue((AbstractVariableScope) execution));
        }
        return fields;
    }

    @SuppressWarnings("unchecked")
    private static List<InputParameter> taken(ActivityImpl activity) {
        Object parameters = activity.getProperty(PROPERTY);
        return parameters == null ? List.of() : (List<InputParameter>) parameters;
    }
}
