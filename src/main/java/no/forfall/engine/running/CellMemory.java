package no.forfall.engine.running;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ConcurrentLruCache;

/**
 * Evaluates the cells of decision tables, and remembers the answers of those that depend on one value only: a cell of a rule
 * without a name in it, an input or output that is a name or a constant. The FEEL library makes all its functions anew for
 * every cell that it evaluates, which costs more than all the rest of a table. Everything else goes to it each time.
 */
public final class CellMemory implements FeelEngine {

    private static final int MOST = 5_000;
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
    private static final Set<String> WORDS = Set.of("true", "false", "null", "not");

    private final FeelEngine feel;
    private final ConcurrentLruCache<String, Cell> cells = new ConcurrentLruCache<>(MOST, Cell::of);
    private final ConcurrentLruCache<Question, Optional<Object>> expressions =
            new ConcurrentLruCache<>(MOST, this::evaluate);
    private final ConcurrentLruCache<Question, Boolean> tests = new ConcurrentLruCache<>(MOST, this::test);

    /** @param feel is asked what is not remembered */
    public CellMemory(FeelEngine feel) {
        this.feel = feel;
    }

    /** @param name the only name that the text consists of; null when it is a constant, or something else */
    private record Cell(boolean constant, @Nullable String name) {

        static Cell of(String text) {
            String code = TEXT.matcher(text).replaceAll("");
            List<String> names = NAME.matcher(code)
                    .results()
                    .map(result -> result.group())
                    .filter(word -> !WORDS.contains(word))
                    .toList();
            boolean bare = names.size() == 1 && names.get(0).equals(text.strip());
            return new Cell(names.isEmpty(), bare ? names.get(0) : null);
        }
    }

    /** @param name under which the text knows the value */
    private record Question(
            String text, @Nullable String name, @Nullable Object value) {

        VariableContext context() {
            return (name == null
                            ? Variables.createVariables()
                            : Variables.createVariables().putValue(name, value))
                    .asVariableContext();
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String text, VariableContext variables) {
        Cell cell = cells.get(text);
        if (cell.constant()) {
            return (T) expressions.get(new Question(text, null, null)).orElse(null);
        }
        if (cell.name() != null && variables.containsVariable(cell.name())) {
            TypedValue value = variables.resolve(cell.name());
            if (isPlain(value)) {
                return (T) expressions
                        .get(new Question(text, cell.name(), value.getValue()))
                        .orElse(null);
            }
        }
        return feel.evaluateSimpleExpression(text, variables);
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String text, String input, VariableContext variables) {
        TypedValue value = variables.resolve(input);
        return cells.get(text).constant() && isPlain(value)
                ? tests.get(new Question(text, input, value.getValue()))
                : feel.evaluateSimpleUnaryTests(text, input, variables);
    }

    private Optional<Object> evaluate(Question question) {
        return Optional.ofNullable(feel.evaluateSimpleExpression(question.text(), question.context()));
    }

    private boolean test(Question question) {
        return feel.evaluateSimpleUnaryTests(question.text(), question.name(), question.context());
    }

    /** A value that stays what it is and is equal to its like. */
    private static boolean isPlain(@Nullable TypedValue typed) {
        if (typed == null) {
            return false;
        }
        Object value = typed.getValue();
        return value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Number
                || value instanceof Date;
    }
}
