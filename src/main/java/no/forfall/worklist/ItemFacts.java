package no.forfall.worklist;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import no.forfall.law.LegalStep;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an item when it is given its points; kept in its row. Holds dates and not numbers of days, so that it stays
 * true as days pass. Dates are local dates in the creditor's country.
 *
 * @param amount open principal in major units, overdue or not
 * @param exposure all open principal of the debtor with the creditor in that currency, in major units
 * @param workDueOn null when the diagram sets nothing
 * @param standing whether it is an effect that waits for a decision
 * @param brokenOn the day on which the debtor's last promise was seen to be broken; null when none is
 * @param lawful the law's next step, a notice or a hand-over; null when the law bars it or nothing is owed
 * @param lawfulFrom the first day on which it is lawful, or the day on which it was found to be; null as {@code lawful}
 * @param barredFrom the day from which the claim looks time-barred; null when nothing is owed
 * @param insolventOn null when nothing of the kind is known
 * @param reached whether the debtor has been spoken with or has answered
 */
public record ItemFacts(
        String currency,
        BigDecimal amount,
        BigDecimal exposure,
        LocalDate invoiceDueOn,
        LocalDate openedOn,
        @Nullable LocalDate workDueOn,
        boolean standing,
        @Nullable LocalDate brokenOn,
        @Nullable LegalStep lawful,
        @Nullable LocalDate lawfulFrom,
        @Nullable LocalDate barredFrom,
        @Nullable LocalDate insolventOn,
        boolean reached) {

    /** The numbers that the table of weights is asked about on a day; what is not so has none. */
    Map<OrderFact, Double> on(LocalDate today) {
        Map<OrderFact, Double> values = new EnumMap<>(OrderFact.class);
        boolean overdue = invoiceDueOn.isBefore(today) && amount.signum() > 0;
        if (overdue) {
            values.put(OrderFact.AMOUNT, amount.doubleValue());
            since(OrderFact.AGE, invoiceDueOn, today, values);
        }
        if (exposure.compareTo(amount) > 0) {
            values.put(OrderFact.EXPOSURE, exposure.doubleValue());
        }
        since(OrderFact.PROMISE_BROKEN, brokenOn, today, values);
        since(OrderFact.WORK_DUE, workDueOn, today, values);
        since(OrderFact.STANDS_STILL, standing ? openedOn : null, today, values);
        if (lawfulFrom != null) {
            values.put(OrderFact.LAWFUL, (double) Math.max(0, days(today, lawfulFrom)));
        }
        if (barredFrom != null && overdue) {
            values.put(OrderFact.TIME_BARRED, (double) days(today, barredFrom));
        }
        since(OrderFact.INSOLVENT, insolventOn, today, values);
        since(OrderFact.NOT_REACHED, reached ? null : openedOn, today, values);
        return values;
    }

    private static void since(OrderFact fact, @Nullable LocalDate day, LocalDate today, Map<OrderFact, Double> values) {
        if (day != null && !day.isAfter(today)) {
            values.put(fact, (double) days(day, today));
        }
    }

    private static long days(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }

    /** Whether something may have changed that no event tells the list about. */
    boolean mayChangeUnheard(LocalDate today) {
        return exposure.compareTo(amount) > 0 || (lawfulFrom != null && !lawfulFrom.isAfter(today));
    }
}
