package no.forfall.law;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;

/** The law of one country during one stretch of time: its rules and the numbers that go with them. */
interface RuleBook {

    /** The rules, in the order in which they are to be named when several say the same. */
    List<Rule> rules();

    /** The least number of days to pay from the day of sending; 0 where the law asks for none. */
    int leastDaysToPay(LegalStep step);

    /**
     * The most that one letter may charge, in the country's currency.
     *
     * @throws RateUnknown when a number it rests on is not known for the date
     */
    Money reminderFee(Question question);

    /**
     * The standard compensation for late payment, in the country's currency.
     *
     * @throws RateUnknown when the amount is not known for the date
     */
    Money compensation(Question question);

    /**
     * The most that a plan of instalments may charge, in the country's currency; zero where the law knows no such fee.
     *
     * @throws RateUnknown when the amount is not known for the date
     */
    default Money planFee(Question question) {
        return Money.zero(question.facts().country().currency());
    }

    LocalDate looksTimeBarredFrom(CaseFacts facts);
}
