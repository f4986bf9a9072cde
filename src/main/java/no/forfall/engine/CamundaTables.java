package no.forfall.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.springframework.stereotype.Service;

@Service
class CamundaTables implements Tables {

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final TableListener listener;

    CamundaTables(DecisionService decisions, RepositoryService repository, TableListener listener) {
        this.decisions = decisions;
        this.repository = repository;
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

    @Override
    public int version(String table) {
        return newest(table).getVersion();
    }

    private DecisionDefinition newest(String table) {
        return Optional.ofNullable(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(table)
                        .latestVersion()
                        .singleResult())
                .orElseThrow(() -> new NoSuchElementException("There is no decision table " + table));
    }

    @Override
    public List<TableLine> lines(String table) {
        List<Rule> rules = rules(model(table), table);
        return IntStream.range(0, rules.size())
                .mapToObj(index -> line(index + 1, rules.get(index)))
                .toList();
    }

    private static TableLine line(int number, Rule rule) {
        return new TableLine(
                number,
                rule.getDescription() == null ? "" : rule.getDescription().getTextContent(),
                rule.getInputEntries().stream()
                        .map(entry -> written(entry.getText()))
                        .toList(),
                rule.getOutputEntries().stream()
                        .findFirst()
                        .map(entry -> written(entry.getText()))
                        .orElse(""));
    }

    private static String written(Text text) {
        String content = text == null ? "" : text.getTextContent().strip();
        return content.isEmpty() ? "-" : content;
    }

    @Override
    public byte[] withAnswers(String table, Map<Integer, String> answers) {
        DmnModelInstance model = model(table);
        List<Rule> rules = rules(model, table);
        answers.forEach((number, answer) -> rules.get(number - 1)
                .getOutputEntries()
                .iterator()
                .next()
                .getText()
                .setTextContent(answer));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Dmn.writeModelToStream(file, model);
        return file.toByteArray();
    }

    private DmnModelInstance model(String table) {
        try (InputStream file = repository.getDecisionModel(newest(table).getId())) {
            return Dmn.readModelFromStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Rule> rules(DmnModelInstance model, String table) {
        Decision decision = model.getModelElementById(table);
        return decision.getChildElementsByType(DecisionTable.class).stream()
                .flatMap(drawn -> drawn.getRules().stream())
                .toList();
    }
}
