package no.forfall.engine.closing;

import java.beans.FeatureDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Answers every look-up of an expression itself: published names first, so that no variable shadows one, then variables,
 * then entries of maps and lists, then published methods. Whatever has another base object is refused.
 */
final class ClosedResolver extends ELResolver {

    private final PublishedNames names;

    ClosedResolver(PublishedNames names) {
        this.names = names;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        context.setPropertyResolved(true);
        if (base == null) {
            return named(context, String.valueOf(property));
        }
        if (base instanceof Map<?, ?> map) {
            return map.get(property);
        }
        if (base instanceof List<?> list && property instanceof Number index) {
            return list.get(index.intValue());
        }
        throw new PropertyNotFoundException("An expression may not read '" + property + "' here");
    }

    private @Nullable Object named(ELContext context, String name) {
        VariableScope scope = (VariableScope) context.getContext(VariableScope.class);
        Optional<Object> published = names.resolve(name, scope);
        if (published.isPresent()) {
            return published.get();
        }
        if (scope != null && scope.hasVariable(name)) {
            return scope.getVariable(name);
        }
        VariableContext variables = (VariableContext) context.getContext(VariableContext.class);
        if (variables != null && variables.containsVariable(name)) {
            TypedValue value = variables.resolve(name);
            return value == null ? null : value.getValue();
        }
        throw new PropertyNotFoundException("Nothing is known by the name '" + name + "'");
    }

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            Object method,
            Class<?> @Nullable [] types,
            Object @Nullable [] arguments) {
        Object[] values = arguments == null ? new Object[0] : arguments;
        if (base == null) {
            throw new ELException("An expression may not call '" + method + "' on nothing");
        }
        Method published = PublishedMethods.find(base, String.valueOf(method), values.length)
                .orElseThrow(() -> new ELException("An expression may not call '" + method + "' here"));
        try {
            Object result = published.invoke(base, converted(context, published, values));
            context.setPropertyResolved(true);
            return result;
        } catch (InvocationTargetException e) {
            throw new ELException(
                    "'" + method + "' failed: " + e.getTargetException().getMessage(), e.getTargetException());
        } catch (IllegalAccessException | IllegalArgumentException e) {
            throw new ELException("'" + method + "' cannot be called like that", e);
        }
    }

    private static Object[] converted(ELContext context, Method method, Object[] values) {
        Object[] result = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            Class<?> wanted = method.getParameterTypes()[i];
            result[i] = values[i] instanceof Number number && (wanted == int.class || wanted == Integer.class)
                    ? (Object) Math.toIntExact(number.longValue())
                    : values[i];
        }
        return result;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, Object property, @Nullable Object value) {
        throw new ELException("An expression may not change '" + property + "'");
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
        context.setPropertyResolved(true);
        return true;
    }

    @Override
    public Class<?> getType(ELContext context, @Nullable Object base, Object property) {
        context.setPropertyResolved(true);
        return Object.class;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return Object.class;
    }

    public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
        return null;
    }
}
