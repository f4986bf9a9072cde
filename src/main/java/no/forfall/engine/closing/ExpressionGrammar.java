package no.forfall.engine.closing;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstProperty;
import org.camunda.bpm.impl.juel.Builder;
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
    private final PublishedMethods methods;

    ExpressionGrammar(PublishedMethods methods) {
        this.methods = methods;
    }

    static boolean looksLikeExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** What is wrong with an expression; empty when nothing is. */
    Optional<String> fault(String expression) {
        try {
            Tree tree = builder.build(expression);
            for (var identifier : tree.getIdentifierNodes()) {
                if (HIDDEN.contains(identifier.getName())) {
                    return Optional.of("the name '" + identifier.getName() + "' is not open to diagrams");
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
        if (node instanceof AstMethod method) {
            String name = lastName(method.getChild(0));
            if (!methods.isKnown(name)) {
                return Optional.of("the method '" + name + "' is not open to diagrams");
            }
        } else if (node instanceof AstProperty && HIDDEN.contains(lastName(node))) {
            return Optional.of("'" + lastName(node) + "' is not open to diagrams");
        }
        for (int i = 0; i < node.getCardinality(); i++) {
            Optional<String> fault = fault(node.getChild(i));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    /** A property node prints itself as {@code . name}. */
    private static String lastName(Node node) {
        return node.toString().replaceFirst("^\\.\\s*", "").strip();
    }
}
