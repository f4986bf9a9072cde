package no.forfall.engine;

/** An element of a process, whatever its edition. */
public record Place(String process, String element) {}
