package no.forfall.engine.closing;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.spin.json.SpinJsonNode;

/**
 * The closed list of methods that an expression may call: those of published functions, reading methods of a JSON
 * variable, and a few of texts and numbers. Everything else, {@code getClass} first of all, is refused.
 */
final class PublishedMethods {

    private static final Map<Class<?>, Set<String>> READING = Map.of(
            String.class,
            Set.of(
                    "length",
                    "isEmpty",
                    "isBlank",
                    "contains",
                    "startsWith",
                    "endsWith",
                    "equals",
                    "equalsIgnoreCase",
                    "toLowerCase",
                    "toUpperCase",
                    "strip"),
            Number.class,
            Set.of("intValue", "longValue", "doubleValue"),
            SpinJsonNode.class,
            Set.of(
                    "prop",
                    "hasProp",
                    "stringValue",
                    "numberValue",
                    "boolValue",
                    "isNull",
                    "isString",
                    "isNumber",
                    "isBoolean",
                    "isArray",
                    "isObject"));

    private final Set<String> names;

    PublishedMethods(Set<Class<? extends Functions>> functionTypes) {
        names = Stream.concat(
                        READING.values().stream().flatMap(Set::stream),
                        functionTypes.stream()
                                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                                .filter(method -> Modifier.isPublic(method.getModifiers()))
                                .map(Method::getName))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether any published type has a method of that name; the gate asks this before anything runs. */
    boolean isKnown(String name) {
        return names.contains(name);
    }

    /** The method, when it is published for that very object and takes that many arguments. */
    static Optional<Method> find(Object base, String name, int arguments) {
        if (base instanceof Functions) {
            return declared(base.getClass(), name, arguments);
        }
        return READING.entrySet().stream()
                .filter(entry ->
                        entry.getKey().isInstance(base) && entry.getValue().contains(name))
                .findFirst()
                .flatMap(entry -> declared(entry.getKey(), name, arguments));
    }

    private static Optional<Method> declared(Class<?> type, String name, int arguments) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name)
                        && method.getParameterCount() == arguments
                        && method.getDeclaringClass() != Object.class
                        && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> arguments == 0 || type != String.class || takesTexts(method))
                .filter(method -> type != SpinJsonNode.class || readsOnly(method))
                .findFirst();
    }

    private static boolean takesTexts(Method method) {
        return Arrays.stream(method.getParameterTypes()).allMatch(type -> type.isAssignableFrom(String.class));
    }

    private static boolean readsOnly(Method method) {
        return method.getParameterCount() == 0
                || method.getParameterCount() == 1 && method.getParameterTypes()[0] == String.class;
    }
}
