package no.forfall.intake.reading;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads amounts as people and programs in the Nordic countries write them, and refuses to guess. */
public final class Amounts {

    private static final Pattern SPACES = Pattern.compile("(?<=\\d)[ \\u00a0\\u202f](?=\\d{3}(\\D|$))");
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,30}([.,]\\d{1,2})?");
    private static final Pattern POINTS_GROUP =
            Pattern.compile("[+-]?\\d{1,3}(\\.\\d{3})+,\\d{1,2}|[+-]?\\d{1,3}(\\.\\d{3}){2,}");
    private static final Pattern COMMAS_GROUP =
            Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+\\.\\d{1,2}|[+-]?\\d{1,3}(,\\d{3}){2,}");
    private static final Pattern EITHER = Pattern.compile("[+-]?\\d{1,3}[.,]\\d{3}");

    /** More than any invoice or payment of ours; what is larger is a slip of the pen. */
    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(12);

    private Amounts() {}

    /**
     * The amount itself, in major units.
     *
     * @throws FieldRefused when it is 10^12 or more, without regard to its sign
     */
    public static BigDecimal bounded(String field, BigDecimal amount) {
        if (amount.abs().compareTo(LIMIT) >= 0) {
            throw new FieldRefused(field, "intake.amount.large", amount.toPlainString());
        }
        return amount;
    }

    /**
     * @return in major units
     * @throws FieldRefused when it is no amount with at most two decimals, could be read in two ways, or is too large
     */
    static BigDecimal parse(String field, String text) {
        return bounded(field, read(field, text));
    }

    /**
     * An amount whose decimal sign is known, written with a point and without groups. Spaces, apostrophes and the other
     * sign may part its thousands, but only threes of digits.
     *
     * @param decimal comma or point
     * @throws FieldRefused when it is no such amount with at most two decimals, or is too large
     */
    static String plain(String field, String text, char decimal) {
        String amount = text.strip().replace('\u2212', '-').replaceAll("[ \u00a0\u202f'\u2019]", " ");
        String group = decimal == ',' ? "[ .]" : "[ ,]";
        if (!amount.matches("[+-]? ?(\\d{1,30}|\\d{1,3}(" + group + "\\d{3})+)([" + decimal + "]\\d{1,2})?")) {
            throw new FieldRefused(field, "intake.mapping.amount", text, String.valueOf(decimal));
        }
        String digits = amount.replaceAll(group, "").replace(decimal, '.');
        return bounded(field, new BigDecimal(digits)).toPlainString();
    }

    private static BigDecimal read(String field, String text) {
        String amount = SPACES.matcher(text.strip().replace('\u2212', '-')).replaceAll("");
        if (EITHER.matcher(amount).matches()) {
            throw new FieldRefused(field, "intake.amount.ambiguous", text);
        }
        if (PLAIN.matcher(amount).matches()) {
            return new BigDecimal(amount.replace(',', '.'));
        }
        if (POINTS_GROUP.matcher(amount).matches()) {
            return new BigDecimal(amount.replace(".", "").replace(',', '.'));
        }
        if (COMMAS_GROUP.matcher(amount).matches()) {
            return new BigDecimal(amount.replace(",", ""));
        }
        throw new FieldRefused(field, "intake.amount.unreadable", text);
    }
}
