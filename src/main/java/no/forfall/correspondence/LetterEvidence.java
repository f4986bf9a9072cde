package no.forfall.correspondence;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import no.forfall.cases.BehaviourContributor;
import no.forfall.cases.EvidenceContributor;
import no.forfall.cases.FactsContributor;
import no.forfall.law.CaseFacts;
import no.forfall.policy.PastInvoice;
import no.forfall.shared.CaseNumber;
import org.springframework.stereotype.Component;

/**
 * Tells the law, whoever takes a claim over, and whoever counts how debtors pay, which letters a case has had; one that did
 * not arrive is none.
 */
@Component
class LetterEvidence implements FactsContributor, EvidenceContributor, BehaviourContributor {

    private final LetterTable table;

    LetterEvidence(LetterTable table) {
        this.table = table;
    }

    @Override
    public void contribute(Map<CaseNumber, CaseFacts.Builder> facts) {
        table.sent(facts.keySet()).forEach((number, letters) -> Objects.requireNonNull(facts.get(number))
                .letters(letters));
    }

    @Override
    public void recall(Map<CaseNumber, PastInvoice> past) {
        table.sent(past.keySet()).forEach((number, letters) -> Objects.requireNonNull(past.get(number))
                .letters(letters));
    }

    @Override
    public List<EvidenceContributor.Letter> letters(CaseNumber caseNumber) {
        return sent(caseNumber).stream()
                .map(letter -> new EvidenceContributor.Letter(
                        letter.type().legalStep(),
                        letter.type().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        letter.dated(),
                        letter.deadline(),
                        letter.newFee().isPositive() ? letter.newFee() : null))
                .toList();
    }

    private List<no.forfall.correspondence.Letter> sent(CaseNumber caseNumber) {
        return table.of(caseNumber).stream()
                .filter(no.forfall.correspondence.Letter::counts)
                .toList();
    }
}
