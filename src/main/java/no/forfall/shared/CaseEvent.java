package no.forfall.shared;

/**
 * Something that happened on a case, told in the past tense. Every room publishes its own; the journal keeps them. The
 * components of the implementing record are kept as facts, so they are named as a reader would name them.
 */
public interface CaseEvent {

    CaseNumber caseNumber();

    /** Whether the journal keeps it; false for events that only move a read model. */
    default boolean noteworthy() {
        return true;
    }
}
