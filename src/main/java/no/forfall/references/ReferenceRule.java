package no.forfall.references;

import java.util.Optional;
import java.util.Set;

/** What a creditor's agreement with its bank says of payment references. */
public sealed interface ReferenceRule permits KidRule, OcrRule {

    int SHORTEST = 2;
    int LONGEST = 25;

    /** The check digits that are right; with several, any of them. */
    Set<CheckDigit> digits();

    /** Whether the digit before the last is the length of the whole, modulo ten. */
    boolean lengthDigit();

    /** The lengths that were agreed, in characters; empty for any. */
    Set<Integer> lengths();

    /** Whether the text is a reference of this agreement, character by character; spaces and other signs are none. */
    boolean accepts(String reference);

    /**
     * The reference for a running number, in the shortest of the agreed lengths that takes it.
     *
     * @param number not negative
     * @return empty when no agreed length takes it, or none is agreed
     */
    Optional<String> numbered(long number);
}
