package no.forfall.engine.closing;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstProperty;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.IdentifierNode;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.Tree;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * What an expression may look like before it is ever evaluated: names, comparisons, arithmetic, entries of maps, and calls
 * of published methods.
 */
final class ExpressionGrammar {

    private static final Set<String> HIDDEN = Set.of("class", "getClass", "execution", "task", "caseExecution");

    private final Builder builder = new Builder(Builder.Feature.METHOD_INVOCATIONS);
    private final PublishedNames names;
    private final PublishedMethods methods;

    ExpressionGrammar(PublishedNames names) {
        this.names = names;
        this.methods = new PublishedMethods(names.functionTypes());
    }

    static boolean looksLikeExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** What is wrong with an expression; empty when nothing is. */
    Optional<String> fault(String expression) {
        try {
            Tree tree = builder.build(expression);
            for (IdentifierNode identifier : tree.getIdentifierNodes()) {
                String name = identifier.getName();
                if (HIDDEN.contains(name)) {
                    return Optional.of("the name '" + name + "' is not open to diagrams");
                }
                if (names.fieldsOf(name).isPresent()) {
                    return Optional.of("'" + name + "' is an activity; it stands in a service task only");
                }
            }
            return fault(tree.getRoot());
        } catch (TreeBuilderException e) {
            return Optional.of(e.getMessage());
        }
    }

    private Optional<String> fault(Node node) {
        if (node instanceof AstFunction function) {
            return Optional.of("the function '" + function.getName() + "' is not open to diagrams");
        }
        if (node instanceof AstMethod && !methods.isKnown(lastName(node.getChild(0)))) {
            return Optional.of("the method '" + lastName(node.getChild(0)) + "' is not open to diagrams");
        }
        if (node instanceof AstProperty && HIDDEN.contains(lastName(node))) {
            return Optional.of("'" + lastName(node) + "' is not open to diagrams");
        }
        return IntStream.range(0, node.getCardinality())
                .mapToObj(node::getChild)
                .map(this::fault)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A property node prints itself as {@code . name}. */
    private static String lastName(Node node) {
        return node.toString().replaceFirst("^\\.\\s*", "").strip();
    }
}
