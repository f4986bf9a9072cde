package no.forfall.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The number that people, diagrams and the agency use for a case, such as {@code F-100042}. It is the business key of
 * the case's process instances.
 *
 * @throws IllegalArgumentException when the text is not a letter F, a hyphen and six or more digits
 */
public record CaseNumber(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("F-\\d{6,12}");

    @JsonCreator
    public CaseNumber {
        if (!isOne(value)) {
            throw new IllegalArgumentException("Not a case number: " + value);
        }
    }

    /** Whether the text is a case number. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** The number for the n-th case; counting begins at 100001. */
    public static CaseNumber of(long sequence) {
        return new CaseNumber("F-" + sequence);
    }

    @Override
    public String toString() {
        return value;
    }
}
