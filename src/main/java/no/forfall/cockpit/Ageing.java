package no.forfall.cockpit;

import java.util.List;
import no.forfall.casefile.Age;
import org.joda.money.Money;

/**
 * The open principal of all invoices in one currency by age. The total is the sum of all lines on principal in the ledger.
 *
 * @param cases how many have open principal
 * @param buckets one for each class of {@link Age#CLASSES}, in that order
 */
public record Ageing(String currency, Money total, long cases, List<Bucket> buckets) {

    /** @param share the bar's length in per cent of the widest */
    public record Bucket(Age key, long count, Money amount, int share, String href) {}

    /** The principal whose due date has passed. */
    Money overdue() {
        return buckets.stream()
                .filter(bucket -> bucket.key() != Age.notDue)
                .map(Bucket::amount)
                .reduce(Money.zero(total.getCurrencyUnit()), Money::plus);
    }
}
