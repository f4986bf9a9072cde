package no.forfall.correspondence.text;

/**
 * A letter in its three shapes. The HTML is complete and refers to nothing outside itself.
 *
 * @param textVersion the version of the text that was written here; 0 for the house's own
 */
public record Rendered(String subject, String text, String html, byte[] pdf, int textVersion) {}
