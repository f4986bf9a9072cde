package no.forfall.payments.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The references of one payment, and how much of it goes to each where the bank says so. */
final class Parts {

    /** @param reference null when there is none; several where the amount cannot be parted */
    record Part(@Nullable String reference, Money amount) {}

    private record Told(String reference, @Nullable Money amount) {}

    private final List<Told> told = new ArrayList<>();

    /** @param amount negative for a credit that was deducted; null when it is not told */
    void add(String reference, @Nullable Money amount) {
        told.add(new Told(reference, amount));
    }

    @Nullable
    String references() {
        return BankLine.joined(told.stream().map(Told::reference).distinct().toList());
    }

    /** One part for each reference when the amounts told make up the whole; else the whole, to all references together. */
    List<Part> of(Money whole) {
        Map<String, Money> amounts = new LinkedHashMap<>();
        Money sum = Money.zero(whole.getCurrencyUnit());
        for (Told each : told) {
            if (each.amount() == null || !each.amount().getCurrencyUnit().equals(whole.getCurrencyUnit())) {
                return List.of(new Part(references(), whole));
            }
            sum = sum.plus(each.amount());
            amounts.merge(each.reference(), each.amount(), Money::plus);
        }
        if (amounts.size() < 2 || !sum.equals(whole)) {
            return List.of(new Part(references(), whole));
        }
        List<Part> parts = new ArrayList<>();
        amounts.forEach((reference, amount) -> parts.add(new Part(reference, amount)));
        return parts;
    }
}
