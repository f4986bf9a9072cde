package no.forfall.law;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.forfall.shared.Country;
import org.joda.money.Money;

/** What a fee and the standard compensation come to in Norway, under either act. */
final class NorwayAmounts {

    private NorwayAmounts() {}

    /** NO-R8: the fraction in force at the due date of the inkassosats at the letter's date, in whole kroner, half up. */
    static Money reminderFee(Question question) {
        if (isFeeOfCompensation(question)) {
            return compensation(question);
        }
        var inkassosats = question.rates().value(RateKind.INKASSOSATS, question.on());
        var fraction =
                question.rates().value(RateKind.FEE_FRACTION, question.facts().dueDate());
        return kroner(inkassosats.multiply(fraction).setScale(0, RoundingMode.HALF_UP));
    }

    static boolean isFeeKnown(Question question) {
        if (isFeeOfCompensation(question)) {
            return isCompensationKnown(question);
        }
        return question.rates().find(RateKind.INKASSOSATS, question.on()).isPresent()
                && question.rates()
                        .find(RateKind.FEE_FRACTION, question.facts().dueDate())
                        .isPresent();
    }

    /** NO-R9: two, or one where that one may be as large as the compensation. */
    static int mostFees(Question question) {
        return isFeeOfCompensation(question) ? 1 : 2;
    }

    private static boolean isFeeOfCompensation(Question question) {
        return question.readings().businessFee() == Readings.BusinessFee.COMPENSATION
                && question.facts().debtorKind() == DebtorKind.BUSINESS;
    }

    /** NO-R5: the amount of the half-year that {@link Readings.CompensationOf} names. */
    static Money compensation(Question question) {
        return daysThatDecide(question).stream()
                .map(day -> question.rates().value(RateKind.LATE_COMPENSATION, day))
                .map(NorwayAmounts::kroner)
                .min(Money::compareTo)
                .orElseThrow();
    }

    static boolean isCompensationKnown(Question question) {
        return daysThatDecide(question).stream()
                .map(day -> question.rates().find(RateKind.LATE_COMPENSATION, day))
                .allMatch(Optional::isPresent);
    }

    private static List<LocalDate> daysThatDecide(Question question) {
        return switch (question.readings().compensationOf()) {
            case LOWER -> List.of(question.due(), question.on());
            case DUE_DATE -> List.of(question.due());
            case DEMAND -> List.of(question.on());
        };
    }

    private static Money kroner(BigDecimal amount) {
        return Money.of(Country.NO.currency(), amount);
    }
}
