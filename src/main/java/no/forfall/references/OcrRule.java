package no.forfall.references;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a creditor's agreement says of its OCR numbers, the Swedish references: digits, the last of them a check digit
 * (Luhn), 2 to 25 in all. Source: Bankgirot's manual for OCR reference control.
 *
 * @param lengthDigit whether the digit before the last is the length of the whole, modulo ten
 * @param lengths the lengths that were agreed; empty for any
 */
public record OcrRule(boolean lengthDigit, Set<Integer> lengths) implements ReferenceRule {

    /** Only the check digit. */
    public static final OcrRule ANY = new OcrRule(false, Set.of());

    private static final int SHORTEST_IN_TEXT = 4;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{" + SHORTEST_IN_TEXT + ",}");

    public OcrRule {
        lengths = Set.copyOf(lengths);
    }

    @Override
    public Set<CheckDigit> digits() {
        return EnumSet.of(CheckDigit.MOD10);
    }

    @Override
    public boolean accepts(String ocr) {
        return hasLength(ocr.length())
                && CheckDigit.MOD10.ends(ocr)
                && (!lengthDigit || ocr.charAt(ocr.length() - 2) == lengthDigit(ocr.length()));
    }

    /** The OCR number for a body of digits, as short as it can be. */
    public String of(String body) {
        return of(body, body.length() + added());
    }

    /**
     * @param body digits, such as a customer's and an invoice's number
     * @param length of the whole; zeros are put before the body
     * @throws IllegalArgumentException when the body is empty, not digits or too long, or when the length is not agreed
     */
    public String of(String body, int length) {
        if (!CheckDigit.isDigits(body)) {
            throw new IllegalArgumentException("Not digits: " + body);
        }
        if (!hasLength(length) || body.length() + added() > length) {
            throw new IllegalArgumentException(body + " does not fit into " + length + " digits");
        }
        String padded = "0".repeat(length - added() - body.length()) + body;
        String whole = lengthDigit ? padded + lengthDigit(length) : padded;
        return whole + CheckDigit.MOD10.of(whole);
    }

    @Override
    public Optional<String> numbered(long number) {
        String body = Long.toString(number);
        return lengths.stream()
                .filter(length -> hasLength(length) && body.length() + added() <= length)
                .sorted()
                .findFirst()
                .map(length -> of(body, length));
    }

    /** Every run of four digits or more in a text that this agreement accepts, also within longer ones. */
    public Set<String> in(String text) {
        Set<String> found = new TreeSet<>();
        Matcher digits = DIGITS.matcher(text);
        while (digits.find()) {
            String run = digits.group();
            for (int from = 0; from <= run.length() - SHORTEST_IN_TEXT; from++) {
                for (int to = from + SHORTEST_IN_TEXT; to <= Math.min(run.length(), from + LONGEST); to++) {
                    if (accepts(run.substring(from, to))) {
                        found.add(run.substring(from, to));
                    }
                }
            }
        }
        return found;
    }

    private int added() {
        return lengthDigit ? 2 : 1;
    }

    private static char lengthDigit(int length) {
        return Character.forDigit(length % 10, 10);
    }

    private boolean hasLength(int length) {
        return length >= SHORTEST && length <= LONGEST && (lengths.isEmpty() || lengths.contains(length));
    }
}
