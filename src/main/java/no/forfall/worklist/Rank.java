package no.forfall.worklist;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why an item stands where it does.
 *
 * @param points the sum of the parts
 * @param parts what it has points for, the most first
 * @param facts what is known of it; null as long as it was not counted
 */
public record Rank(
        int points, Map<OrderFact, Integer> parts, @Nullable ItemFacts facts) {

    /** Of an item that came this moment. */
    static final Rank NONE = new Rank(0, Map.of(), null);
}
