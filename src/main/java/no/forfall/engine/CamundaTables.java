package no.forfall.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.springframework.stereotype.Service;

@Service
class CamundaTables implements Tables {

    private final DecisionService decisions;
    private final TableListener listener;

    CamundaTables(DecisionService decisions, TableListener listener) {
        this.decisions = decisions;
        this.listener = listener;
    }

    @Override
    public TableAnswer ask(String table, Map<String, Object> facts) {
        List<TableAnswer> heard = new ArrayList<>();
        try {
            listener.during(
                    () -> decisions
                            .evaluateDecisionTableByKey(table)
                            .variables(facts)
                            .evaluate(),
                    heard::add);
        } catch (NotFoundException unknown) {
            throw new NoSuchElementException("There is no decision table " + table, unknown);
        }
        return heard.get(heard.size() - 1);
    }
}
