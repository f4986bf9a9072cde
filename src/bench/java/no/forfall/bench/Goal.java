package no.forfall.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a figure must be and should be.
 *
 * @param atLeast whether more is better
 * @param unit stands behind a value, with its space if it wants one
 */
record Goal(String name, double must, double aim, boolean atLeast, String unit) {

    static Goal atLeast(String name, double must, double aim) {
        return new Goal(name, must, aim, true, "×");
    }

    static Goal atMost(String name, double must, double aim, String unit) {
        return new Goal(name, must, aim, false, unit);
    }

    /** A row of a Markdown table: name, must, aim, measured, verdict. */
    String row(double measured) {
        String sign = atLeast ? "≥ " : "≤ ";
        return "| " + name + " | " + sign + text(must) + " | " + sign + text(aim) + " | "
                + (Double.isNaN(measured) ? "–" : text(measured)) + " | " + verdict(measured) + " |\n";
    }

    String verdict(double measured) {
        if (Double.isNaN(measured)) {
            return "not measured";
        }
        return reaches(measured, aim) ? "aim met" : reaches(measured, must) ? "must met, aim missed" : "**missed**";
    }

    private boolean reaches(double measured, double wanted) {
        return atLeast ? measured >= wanted : measured <= wanted;
    }

    private String text(double value) {
        return BigDecimal.valueOf(value)
                        .setScale(Math.abs(value) < 100 ? 2 : 0, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + unit;
    }
}
