package no.forfall.agency;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.forfall.cases.EvidenceContributor;
import no.forfall.cases.FactsContributor;
import no.forfall.law.CaseFacts;
import no.forfall.law.LegalStep;
import no.forfall.law.SentLetter;
import no.forfall.shared.CaseNumber;
import org.joda.money.Money;
import org.springframework.boot.test.context.TestComponent;

/** Every claim of these tests has had its inkassovarsel on 30 March 2026, payable until 13 April. */
@TestComponent
class NoticesSent implements FactsContributor, EvidenceContributor {

    private static final LocalDate SENT = LocalDate.parse("2026-03-30");
    private static final LocalDate DEADLINE = LocalDate.parse("2026-04-13");

    @Override
    public void contribute(Map<CaseNumber, CaseFacts.Builder> facts) {
        facts.values().forEach(each -> each.letters(List.of(new SentLetter(LegalStep.NOTICE, SENT, DEADLINE, true))));
    }

    @Override
    public List<Letter> letters(CaseNumber caseNumber) {
        return List.of(new Letter(LegalStep.NOTICE, "inkassovarsel", SENT, DEADLINE, Money.parse("NOK 38.00")));
    }
}
