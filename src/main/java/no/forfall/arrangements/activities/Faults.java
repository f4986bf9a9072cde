package no.forfall.arrangements.activities;

import java.util.Map;
import java.util.stream.Collectors;
import no.forfall.engine.InvalidForm;

/** Names faults as the form does whose values an activity was given. */
final class Faults {

    private Faults() {}

    /** @param names the names of the form's fields by the names that the work uses */
    static void named(Map<String, String> names, Runnable work) {
        try {
            work.run();
        } catch (InvalidForm fault) {
            throw new InvalidForm(named(names, fault.faults()), named(names, fault.limits()));
        }
    }

    private static <T> Map<String, T> named(Map<String, String> names, Map<String, T> fields) {
        return fields.entrySet().stream()
                .collect(Collectors.toMap(
                        field -> names.getOrDefault(field.getKey(), field.getKey()), Map.Entry::getValue));
    }
}
