package no.forfall.calculator;

import java.util.List;
import java.util.stream.Collectors;

/** Fields of a question that cannot be answered as they are. */
public final class BadInput extends RuntimeException {

    private final List<Fault> faults;

    BadInput(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining(", ")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    /**
     * What is wrong with one field.
     *
     * @param field its name in the question, such as {@code events[0].amount}
     * @param kind names the messages {@code calculator.fault.<kind>} and {@code calculator.mend.<kind>}
     */
    public record Fault(String field, String kind) {}
}
