package no.forfall.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the creditor chooses for a letter, inside the law.
 *
 * @param daysToPay days to pay from the day of sending; null when the diagram's own number stands
 * @param moreDays days that were agreed on top
 * @param chargeFee false when the letter goes without a fee although it might bear one
 * @param way the way that is tried first; null leaves it to what is known of the debtor
 * @param basis the table's row that said so, and what was agreed beside it
 */
public record LetterTerms(
        Tone tone,
        @Nullable Integer daysToPay,
        int moreDays,
        boolean chargeFee,
        @Nullable LetterWay way,
        Basis basis) {

    /**
     * @param row counted from 1; 0 when no row fits and the diagram alone decides
     * @param note what the designer wrote beside the row; empty when nothing
     * @param overrides the overrides that changed the table's answer
     * @param softened whether the row asks for firm words and came too early for them
     */
    public record Basis(String table, int version, int row, String note, List<Agreed> overrides, boolean softened) {}

    /** @param wholeCustomer whether it was agreed for the customer and not for the invoice */
    public record Agreed(OverrideKind kind, boolean wholeCustomer, String reason) {}

    /** The days to pay when the diagram gives a number, or the house's. The longer time counts. */
    public int days(int drawn) {
        return Math.max(drawn, daysToPay == null ? 0 : daysToPay) + moreDays;
    }
}
