package no.forfall.processes;

import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/** Leaves the order of test classes as it is, but for {@link EveryElementTest}, which looks at what the others did. */
public class EveryElementLast implements ClassOrderer {

    private static final Set<String> CHOSEN = ConcurrentHashMap.newKeySet();

    /** The names of all test classes that run in this JVM, in this run. */
    static Set<String> chosen() {
        return Set.copyOf(CHOSEN);
    }

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .forEach(chosen -> CHOSEN.add(chosen.getTestClass().getName()));
        context.getClassDescriptors().sort(Comparator.comparing(EveryElementLast::isLast));
    }

    private static boolean isLast(ClassDescriptor descriptor) {
        return descriptor.getTestClass() == EveryElementTest.class;
    }
}
