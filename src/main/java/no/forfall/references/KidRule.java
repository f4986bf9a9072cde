package no.forfall.references;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a creditor's agreement says of its KID, the Norwegian customer identification: digits, the last of them a check
 * character, 2 to 25 characters in all. Source: the payment services' specification of OCR giro.
 *
 * @param digits the check digits that are right; with several, any of them
 * @param lengths the lengths that were agreed, at most three with the banks; empty for any
 */
public record KidRule(Set<CheckDigit> digits, Set<Integer> lengths) implements ReferenceRule {

    /** Either check digit and every length: what can be said of a KID when nothing is known of its agreement. */
    public static final KidRule ANY = new KidRule(EnumSet.allOf(CheckDigit.class), Set.of());

    public KidRule {
        digits = Set.copyOf(digits);
        lengths = Set.copyOf(lengths);
        if (digits.isEmpty()) {
            throw new IllegalArgumentException("A KID has a check digit");
        }
    }

    @Override
    public boolean lengthDigit() {
        return false;
    }

    @Override
    public boolean accepts(String kid) {
        return hasLength(kid.length()) && digits.stream().anyMatch(digit -> digit.ends(kid));
    }

    /**
     * The KID for a body, such as a customer's and an invoice's number.
     *
     * @param length of the whole; zeros are put before the body
     * @throws IllegalArgumentException when the body is not digits or too long, when the length is not agreed, or when the
     *     agreement leaves open which check digit is meant
     */
    public String of(String body, int length) {
        if (digits.size() != 1) {
            throw new IllegalArgumentException("Choose one check digit");
        }
        if (!hasLength(length) || body.length() >= length) {
            throw new IllegalArgumentException(body + " does not fit into " + length + " characters");
        }
        String padded = "0".repeat(length - 1 - body.length()) + body;
        return padded + digits.iterator().next().of(padded);
    }

    /** With both check digits that by modulus 10, which is always a digit. */
    @Override
    public Optional<String> numbered(long number) {
        CheckDigit digit = digits.contains(CheckDigit.MOD10) ? CheckDigit.MOD10 : CheckDigit.MOD11;
        KidRule one = new KidRule(EnumSet.of(digit), lengths);
        String body = Long.toString(number);
        return lengths.stream()
                .filter(length -> hasLength(length) && body.length() < length)
                .sorted()
                .findFirst()
                .map(length -> one.of(body, length));
    }

    private boolean hasLength(int length) {
        return length >= SHORTEST && length <= LONGEST && (lengths.isEmpty() || lengths.contains(length));
    }
}
