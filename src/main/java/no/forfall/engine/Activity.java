package no.forfall.engine;

/**
 * Something a diagram can have done, chosen there by its name: {@code camunda:delegateExpression="${sendLetter}"}. Carries
 * a {@link Label}; so does each component of its input, which a designer fills in as a field. Components marked nullable may
 * be left out.
 *
 * @param <I> the fields
 */
public sealed interface Activity<I extends Record> permits InsideActivity, OutsideActivity {

    /** The name in diagrams; it never changes. */
    String name();

    Class<I> inputType();
}
