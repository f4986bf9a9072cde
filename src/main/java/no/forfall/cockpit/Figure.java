package no.forfall.cockpit;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A key figure: a number or an amount, never both.
 *
 * @param key its definition is {@code cockpit.figure.<key>.definition}
 * @param note what stands below it; null for the definition
 * @param tone risk or breach where it asks for attention
 * @param href the list behind it
 */
public record Figure(
        String key,
        @Nullable String value,
        @Nullable Money money,
        @Nullable String note,
        @Nullable String tone,
        String href) {}
