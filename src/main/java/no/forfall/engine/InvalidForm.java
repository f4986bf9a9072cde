package no.forfall.engine;

import java.util.Map;

/** Values that a form does not take; names each field with its fault. */
public class InvalidForm extends RuntimeException {

    private final transient Map<String, String> faults;

    public InvalidForm(Map<String, String> faults) {
        super("The form has faults: " + faults);
        this.faults = Map.copyOf(faults);
    }

    /** Message keys by field. */
    public Map<String, String> faults() {
        return faults;
    }
}
