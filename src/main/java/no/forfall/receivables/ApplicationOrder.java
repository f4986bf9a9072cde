package no.forfall.receivables;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which part a payment covers first. No statute fixes it, so it is recorded with every payment and shown. Every part has a
 * place: those that were not named come last.
 *
 * @param parts all parts, the one that is covered first at the beginning
 */
public record ApplicationOrder(List<Part> parts) {

    /** @throws IllegalArgumentException when a part is named twice */
    public ApplicationOrder {
        if (new LinkedHashSet<>(parts).size() != parts.size()) {
            throw new IllegalArgumentException(
                    "forfall.receivables.application-order names a part twice: " + parts + "; name each once");
        }
        Set<Part> all = new LinkedHashSet<>(parts);
        all.addAll(Arrays.asList(Part.values()));
        parts = List.copyOf(all);
    }

    public static ApplicationOrder of(Part... parts) {
        return new ApplicationOrder(List.of(parts));
    }

    /** Reads what {@link #toString} wrote. */
    static ApplicationOrder parse(String text) {
        return new ApplicationOrder(
                Arrays.stream(text.split(",")).map(Part::valueOf).toList());
    }

    /** The parts' names with commas between them, as it is stored. */
    @Override
    public String toString() {
        return parts.stream().map(Part::name).collect(Collectors.joining(","));
    }
}
