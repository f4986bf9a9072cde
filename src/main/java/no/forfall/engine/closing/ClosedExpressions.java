package no.forfall.engine.closing;

import java.lang.reflect.Method;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.FunctionMapper;
import org.jspecify.annotations.Nullable;

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
        return new ClosedResolver(names);
    }

    /** The engine and its plugins bring functions, some of which read XML or tell who is signed in; none is open. */
    @Override
    protected FunctionMapper createFunctionMapper() {
        return new FunctionMapper() {
            @Override
            public @Nullable Method resolveFunction(String prefix, String name) {
                return null;
            }
        };
    }
}
