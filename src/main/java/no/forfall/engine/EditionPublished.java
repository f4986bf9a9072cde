package no.forfall.engine;

/**
 * A person has published a diagram, a table or a form.
 *
 * @param key by which it is asked for
 */
public record EditionPublished(Edition.Kind kind, String key) {}
