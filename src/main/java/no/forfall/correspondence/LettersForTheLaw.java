package no.forfall.correspondence;

import no.forfall.cases.FactsContributor;
import no.forfall.law.CaseFacts;
import no.forfall.shared.CaseNumber;
import org.springframework.stereotype.Component;

/** Tells the law which letters a case has had. */
@Component
class LettersForTheLaw implements FactsContributor {

    private final LetterTable letters;

    LettersForTheLaw(LetterTable letters) {
        this.letters = letters;
    }

    @Override
    public void contribute(CaseNumber caseNumber, CaseFacts.Builder facts) {
        facts.letters(letters.sent(caseNumber));
    }
}
