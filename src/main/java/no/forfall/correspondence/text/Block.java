package no.forfall.correspondence.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One piece of a letter from top to bottom: a paragraph or a table.
 *
 * @param text the lines of a paragraph; empty for a table
 * @param amounts a table of what is owed or agreed
 * @param payment the way to pay
 */
record Block(
        List<String> text,
        @Nullable Table amounts,
        @Nullable Table payment) {

    /** Stand for a table in a text. Control characters, which no field can hold, so that no name is taken for a table. */
    static final String CLAIM_MARK = "\u0001";

    static final String PAYMENT_MARK = "\u0002";
    static final String PLAN_MARK = "\u0003";
    static final String STATEMENT_MARK = "\u0004";

    boolean paragraph() {
        return amounts == null && payment == null;
    }

    static Block of(String paragraph, Draft draft, Formats formats) {
        return switch (paragraph) {
            case CLAIM_MARK -> amounts(ClaimRows.of(draft, formats));
            case PLAN_MARK -> amounts(PlanRows.of(draft, formats));
            case STATEMENT_MARK -> amounts(StatementRows.of(draft, formats));
            case PAYMENT_MARK -> new Block(List.of(), null, PaymentRows.of(draft, formats));
            default -> new Block(paragraph.lines().map(String::strip).toList(), null, null);
        };
    }

    private static Block amounts(Table table) {
        return new Block(List.of(), table, null);
    }
}
