package no.forfall.correspondence.text;

/**
 * One piece of a letter from top to bottom.
 *
 * @param text the lines of a paragraph; empty for the two tables
 */
record Block(java.util.List<String> text, boolean claim, boolean payment) {

    /** Control characters, which no field can hold, so that no name or description is taken for a table. */
    static final String CLAIM_MARK = "\u0001";

    static final String PAYMENT_MARK = "\u0002";

    boolean paragraph() {
        return !claim && !payment;
    }

    static Block of(String paragraph) {
        return switch (paragraph) {
            case CLAIM_MARK -> new Block(java.util.List.of(), true, false);
            case PAYMENT_MARK -> new Block(java.util.List.of(), false, true);
            default -> new Block(paragraph.lines().map(String::strip).toList(), false, false);
        };
    }
}
