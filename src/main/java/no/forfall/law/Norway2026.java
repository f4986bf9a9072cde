package no.forfall.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * Norway under the act on debt collection of 22 May 2026 no. 19, read from the bill; its date of force and its regulation
 * were not known when this was written. What the act does not touch is carried over with the citation it had.
 */
final class Norway2026 implements RuleBook {

    static final int DAYS_TO_PAY = 14;

    private static final Set<Rule> REPLACED = Set.of(
            NorwayStepRule.NO_R13,
            NorwayStepRule.NO_R19,
            NorwayNorm.NO_R11,
            NorwayNorm.NO_R12,
            NorwayNorm.NO_R17,
            NorwayNorm.NO_R20);

    private static final List<Rule> RULES = Stream.<Rule[]>of(
                    NorwayStepRule.values(),
                    Norway2026Rule.values(),
                    new Rule[] {NorwayFeeRule.NO_R6},
                    NorwayCompensationRule.values(),
                    NorwayNorm.values())
            .flatMap(Stream::of)
            .filter(rule -> !REPLACED.contains(rule))
            .toList();

    @Override
    public List<Rule> rules() {
        return RULES;
    }

    @Override
    public int leastDaysToPay(LegalStep step) {
        return step.mayBearFee() ? DAYS_TO_PAY : 0;
    }

    /** NO-F1: nothing. */
    @Override
    public Money reminderFee(Question question) {
        return Money.zero(question.facts().country().currency());
    }

    @Override
    public Money compensation(Question question) {
        return NorwayAmounts.compensation(question);
    }

    @Override
    public LocalDate looksTimeBarredFrom(CaseFacts facts) {
        return Norway1988.limitation(facts);
    }
}
