package no.forfall.correspondence.text;

/** A letter in its three shapes. The HTML is complete and refers to nothing outside itself. */
public record Rendered(String subject, String text, String html, byte[] pdf) {}
