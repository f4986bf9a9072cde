package no.forfall.arrangements;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.forfall.shared.BankingDays;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** Divides an amount into monthly instalments of equal size; the last one takes what does not divide. */
@Component
class Schedules {

    private final BankingDays bankingDays;

    Schedules(BankingDays bankingDays) {
        this.bankingDays = bankingDays;
    }

    /** @param firstOn moved to the next banking day when it is none, and so is each day that follows */
    List<Instalment> of(Money total, int count, LocalDate firstOn, Country country) {
        Money each = total.dividedBy(count, RoundingMode.DOWN);
        List<Instalment> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Money amount = i == count - 1 ? total.minus(each.multipliedBy(count - 1)) : each;
            parts.add(new Instalment(bankingDays.onOrAfter(country, firstOn.plusMonths(i)), amount));
        }
        return parts;
    }
}
