package no.forfall.correspondence.text;

import org.jspecify.annotations.Nullable;

/**
 * A letter in its three shapes. The HTML is complete and refers to nothing outside itself.
 *
 * @param shortText the words with which it may leave as a text message; null for a letter that may not
 * @param textVersion the version of the text that was written here; 0 for the house's own
 */
public record Rendered(
        String subject,
        String text,
        String html,
        byte[] pdf,
        @Nullable String shortText,
        int textVersion) {}
