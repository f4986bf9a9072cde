package no.forfall.api;

/** What is wrong with one field of a request, in the reader's language. */
public record FieldFault(String field, String message) {}
