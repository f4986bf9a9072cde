package no.forfall.law;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.forfall.shared.Country;
import org.joda.money.Money;

/** Norway under inkassoloven of 13 May 1988 no. 26, inkassoforskriften, forsinkelsesrenteloven and foreldelsesloven. */
final class Norway1988 implements RuleBook {

    private static final List<Rule> RULES = Stream.<Rule>concat(
                    Stream.of(NorwayStepRule.values()), Stream.of(NorwayFeeRule.values()))
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

    /** NO-R8: the fraction in force at the due date of the inkassosats at the letter's date, in whole kroner, half up. */
    @Override
    public Money reminderFee(CaseFacts facts, LocalDate on, Rates rates) {
        var inkassosats = rates.value(Country.NO, RateKind.INKASSOSATS, on);
        var fraction = rates.value(Country.NO, RateKind.FEE_FRACTION, facts.dueDate());
        return Money.of(Country.NO.currency(), inkassosats.multiply(fraction).setScale(0, RoundingMode.HALF_UP));
    }

    /** NO-R5: between businesses only, of the half-year of the letter. Forsinkelsesrenteloven § 3 a. */
    @Override
    public Optional<Money> compensation(CaseFacts facts, LocalDate on, Rates rates) {
        return facts.debtorKind() == DebtorKind.BUSINESS
                ? Optional.of(Money.of(Country.NO.currency(), rates.value(Country.NO, RateKind.LATE_COMPENSATION, on)))
                : Optional.empty();
    }

    @Override
    public LocalDate looksTimeBarredFrom(CaseFacts facts) {
        return limitation(facts);
    }

    static LocalDate limitation(CaseFacts facts) {
        return facts.firstDueDate().plusYears(3);
    }

    static boolean isFeeKnown(CaseFacts facts, LocalDate on, Rates rates) {
        return rates.find(Country.NO, RateKind.INKASSOSATS, on).isPresent()
                && rates.find(Country.NO, RateKind.FEE_FRACTION, facts.dueDate())
                        .isPresent();
    }
}
