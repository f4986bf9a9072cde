package no.forfall.law;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import no.forfall.shared.Country;
import org.joda.money.Money;

/** Sweden under inkassolagen (1974:182), lag (1981:739), räntelagen (1975:635) and preskriptionslagen (1981:130). */
final class Sweden implements RuleBook {

    /** SE-R12: the law asks for a reasonable time and gives no number; practice accepts eight days. Inkassolagen § 5. */
    static final int REASONABLE_DAYS = 8;

    private static final List<Rule> RULES = Stream.<Rule[]>of(SwedenRule.values(), SwedenNorm.values())
            .flatMap(Stream::of)
            .toList();

    @Override
    public List<Rule> rules() {
        return RULES;
    }

    @Override
    public int leastDaysToPay(LegalStep step) {
        return step.mayBearFee() ? REASONABLE_DAYS : 0;
    }

    /** SE-R1: lag (1981:739) §§ 2, 4. */
    @Override
    public Money reminderFee(Question question) {
        return kronor(question, RateKind.REMINDER_FEE);
    }

    /** SE-R4: lag (1981:739) § 4 a. */
    @Override
    public Money compensation(Question question) {
        return kronor(question, RateKind.STATUTORY_COMPENSATION);
    }

    /** SE-R3: lag (1981:739) §§ 3, 4. */
    @Override
    public Money planFee(Question question) {
        return kronor(question, RateKind.PLAN_FEE);
    }

    private static Money kronor(Question question, RateKind kind) {
        return Money.of(Country.SE.currency(), question.rates().value(kind, question.on()));
    }

    @Override
    public LocalDate looksTimeBarredFrom(CaseFacts facts) {
        return limitation(facts);
    }

    /** Simple counting from the due date; whether a reminder has reached the debtor is for a person to find out. */
    static LocalDate limitation(CaseFacts facts) {
        return facts.firstDueDate().plusYears(facts.debtorKind() == DebtorKind.PRIVATE ? 3 : 10);
    }
}
