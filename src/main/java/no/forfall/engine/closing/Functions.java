package no.forfall.engine.closing;

/** Marks an object whose public methods an expression may call. They read and compute; they never change anything. */
public interface Functions {}
