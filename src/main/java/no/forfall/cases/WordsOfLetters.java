package no.forfall.cases;

import java.util.Optional;
import no.forfall.shared.LocalText;

/** The room above that knows which words go into a letter. */
public interface WordsOfLetters {

    /** What is wrong with words that a person wrote for a letter; empty when nothing is. */
    Optional<LocalText> fault(String words);
}
