package no.forfall.correspondence;

import java.util.Optional;
import no.forfall.cases.WordsOfLetters;
import no.forfall.correspondence.text.TextFinding;
import no.forfall.correspondence.text.TextGate;
import no.forfall.shared.LocalText;
import org.springframework.stereotype.Component;

/** Holds what a person wrote for a letter to the same words as its text. */
@Component
class WordsOfPeople implements WordsOfLetters {

    @Override
    public Optional<LocalText> fault(String words) {
        return TextGate.wordsOf(words).stream().findFirst().map(TextFinding::reason);
    }
}
