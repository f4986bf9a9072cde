package no.forfall.engine.closing;

import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * The expression language of diagrams and decision tables, reduced to published names, variables, reading methods and
 * arithmetic. Replaces the engine's resolvers altogether, so that nothing reaches a bean or a class by another way.
 */
public class ClosedExpressions extends JuelExpressionManager {

    private final PublishedNames names;

    public ClosedExpressions(PublishedNames names) {
        this.names = names;
    }

    @Override
    protected ELResolver createElResolver() {
        return new ClosedResolver(names, new PublishedMethods(names.functionTypes()));
    }
}
