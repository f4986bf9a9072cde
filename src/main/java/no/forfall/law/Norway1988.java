package no.forfall.law;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.Money;

/** Norway under inkassoloven of 13 May 1988 no. 26, inkassoforskriften, forsinkelsesrenteloven and foreldelsesloven. */
final class Norway1988 implements RuleBook {

    private static final List<Rule> RULES = Stream.<Rule[]>of(
                    NorwayStepRule.values(),
                    NorwayFeeRule.values(),
                    NorwayCompensationRule.values(),
                    NorwayNorm.values())
            .flatMap(Stream::of)
            .filter(rule -> rule != NorwayNorm.NO_F3)
            .toList();

    @Override
    public List<Rule> rules() {
        return RULES;
    }

    /** 14 days: inkassoloven § 9 for the notice, inkassoforskriften § 1-3 for a reminder that a second fee builds on. */
    @Override
    public int leastDaysToPay(LegalStep step) {
        return step.mayBearFee() ? 14 : 0;
    }

    @Override
    public Money reminderFee(Question question) {
        return NorwayAmounts.reminderFee(question);
    }

    @Override
    public Money compensation(Question question) {
        return NorwayAmounts.compensation(question);
    }

    @Override
    public LocalDate looksTimeBarredFrom(CaseFacts facts) {
        return limitation(facts);
    }

    /** NO-R24. */
    static LocalDate limitation(CaseFacts facts) {
        return facts.firstDueDate().plusYears(3);
    }
}
