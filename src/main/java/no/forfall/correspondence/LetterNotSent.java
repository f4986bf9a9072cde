package no.forfall.correspondence;

import java.util.UUID;

/** A letter that has not left cannot have come back. */
public class LetterNotSent extends RuntimeException {

    LetterNotSent(UUID letterId) {
        super("Letter " + letterId + " has not left");
    }
}
