package no.forfall.engine.running;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Incident;

/** Looks for the incident of a job that ends only where its execution, which knows, has one. */
public final class JobIncidents extends DefaultIncidentHandler {

    public JobIncidents() {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
    }

    @Override
    protected void removeIncident(IncidentContext context, boolean resolved) {
        if (mayHave(context.getExecutionId())) {
            super.removeIncident(context, resolved);
        }
    }

    private static boolean mayHave(String executionId) {
        if (executionId == null) {
            return true;
        }
        ExecutionEntity execution =
                Context.getCommandContext().getExecutionManager().findExecutionById(executionId);
        return execution == null || !execution.getIncidents().isEmpty();
    }
}
