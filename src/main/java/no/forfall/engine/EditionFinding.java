package no.forfall.engine;

import org.jspecify.annotations.Nullable;

/**
 * What the check found in a file that someone wants to publish.
 *
 * @param element the id of the diagram's element; null when the file as a whole is meant
 * @param line counted from one; zero when unknown
 */
public record EditionFinding(@Nullable String element, int line, String message, Severity severity) {

    /** An error keeps the file from being published. */
    public enum Severity {
        ERROR,
        WARNING
    }
}
