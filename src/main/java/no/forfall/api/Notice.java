package no.forfall.api;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What the last action did, shown on the page that comes next as the flash attribute {@code notice}.
 *
 * @param tone info, risk, breach or kept
 * @param text a second sentence; null when there is none
 */
public record Notice(String tone, String title, @Nullable String text) implements Serializable {}
