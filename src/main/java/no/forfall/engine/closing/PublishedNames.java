package no.forfall.engine.closing;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The names that a diagram may use beside its variables. */
public interface PublishedNames {

    /** The fields an activity takes, by name, and whether each must be filled in; empty when there is no such activity. */
    Optional<Map<String, Boolean>> fieldsOf(String activity);

    /** Whether a token waits at the activity until something outside the house has happened. */
    boolean waitsAt(String activity);

    /** The types whose methods an expression may call. */
    Set<Class<? extends Functions>> functionTypes();

    /** The object behind the name, made for one evaluation; empty for names that are not published. */
    Optional<Object> resolve(String name, VariableScope scope);
}
