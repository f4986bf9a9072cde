package no.forfall.engine.closing;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** What may stand in an attribute or between the tags of an element: some take one shape only, all keep to the grammar. */
final class AllowedValues {

    /** @param hint the mend, in words that a designer understands */
    private record Shape(Pattern pattern, String hint) {

        static Shape of(String pattern, String hint) {
            return new Shape(Pattern.compile(pattern), hint);
        }
    }

    private static final Map<String, Shape> SHAPES = Map.of(
            "timeCycle",
            Shape.of(
                    "R\\d*/P([1-9]\\d*[DWMY]|T[1-9]\\d*H)",
                    "a timer repeats by whole hours, days, weeks, months or years, such as R/P7D"),
            "failedJobRetryTimeCycle",
            Shape.of("R[1-9]\\d?/PT[1-9]\\d*[MH]", "retries are few and minutes or hours apart, such as R3/PT10M"),
            "loopCardinality",
            Shape.of("[1-9]\\d{0,2}", "the number of repetitions is a number from 1 to 999"),
            "formRefBinding",
            Shape.of("latest", "a form is bound as 'latest'"),
            "calledElement",
            Shape.of("[\\w.-]+", "a called process is named, not computed"),
            "language",
            Shape.of("(?!)", "expressions have one language; take the attribute away"));

    /** What a modeller writes by itself; the house hands on the case number whatever a diagram says. */
    private static final Pattern CASE_NUMBER = Pattern.compile("[#$]\\{execution\\.processBusinessKey}");

    private final ExpressionGrammar grammar;

    AllowedValues(ExpressionGrammar grammar) {
        this.grammar = grammar;
    }

    Optional<String> textFault(Element element) {
        String text = element.getText();
        return text == null || text.isBlank() ? Optional.empty() : fault(element.getTagName(), text.strip());
    }

    Optional<String> fault(String name, String value) {
        Shape shape = SHAPES.get(name);
        if (shape != null && !shape.pattern().matcher(value).matches()) {
            return Optional.of(name + " '" + value + "': " + shape.hint());
        }
        boolean harmless = !ExpressionGrammar.looksLikeExpression(value)
                || name.equals("documentation")
                || name.equals("delegateExpression")
                || name.equals("businessKey") && CASE_NUMBER.matcher(value).matches();
        return harmless ? Optional.empty() : grammar.fault(value).map(fault -> "'" + value + "': " + fault);
    }
}
