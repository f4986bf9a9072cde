package no.forfall.engine;

import java.util.List;
import java.util.Map;

/** Values that a form does not take; names each field with its fault. */
public class InvalidForm extends RuntimeException {

    private final transient Map<String, String> faults;
    private final transient Map<String, List<Object>> limits;

    public InvalidForm(Map<String, String> faults) {
        this(faults, Map.of());
    }

    /**
     * @param faults message keys by field
     * @param limits what fills a field's message, such as the last day that is taken; amounts and dates are written as the
     *     reader writes them
     */
    public InvalidForm(Map<String, String> faults, Map<String, List<Object>> limits) {
        super("The form has faults: " + faults);
        this.faults = Map.copyOf(faults);
        this.limits = Map.copyOf(limits);
    }

    /** One field that is out of a limit which its message names. */
    public static InvalidForm beyond(String field, String messageKey, Object... limits) {
        return new InvalidForm(Map.of(field, messageKey), Map.of(field, List.of(limits)));
    }

    /** Message keys by field. */
    public Map<String, String> faults() {
        return faults;
    }

    /** What fills the message of a field; empty for most. */
    public List<Object> limits(String field) {
        return limits.getOrDefault(field, List.of());
    }

    /** The limits of all fields that name one. */
    public Map<String, List<Object>> limits() {
        return limits;
    }
}
