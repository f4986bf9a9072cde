package no.forfall.adjustments;

import java.math.BigDecimal;
import no.forfall.api.Invalid;
import no.forfall.receivables.Part;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Refuses what a person has asked for in a way that cannot be done, naming the field and the mend. */
final class Checks {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_NUMBER = 60;

    private Checks() {}

    static String reason(Change change) {
        String reason = change.reason();
        if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw new Invalid("reason", "adjust.reason.required");
        }
        return reason.strip();
    }

    static String creditNote(Change change) {
        String number = change.creditNote();
        if (number == null || number.isBlank() || number.strip().length() > LONGEST_NUMBER) {
            throw new Invalid("creditNote", "adjust.creditNote.required");
        }
        return number.strip();
    }

    static Part part(Change change) {
        if (change.part() == null) {
            throw new Invalid("part", "adjust.part.required");
        }
        return change.part();
    }

    /** The amount asked for, else all there is; never more. */
    static Money amount(Change change, Money most) {
        something(most);
        Money amount = change.amount() == null ? most : amount(change, most.getCurrencyUnit());
        if (amount.isGreaterThan(most)) {
            throw new Invalid("amount", "adjust.amount.most", most);
        }
        return amount;
    }

    static Money amount(Change change, CurrencyUnit currency) {
        BigDecimal amount = change.amount();
        if (amount == null
                || amount.signum() <= 0
                || amount.stripTrailingZeros().scale() > currency.getDecimalPlaces()
                || amount.precision() - amount.scale() > 12) {
            throw new Invalid("amount", "adjust.amount.required");
        }
        return Money.of(currency, amount.stripTrailingZeros());
    }

    static void something(@Nullable Money amount) {
        if (amount == null || !amount.isPositive()) {
            throw new Invalid("amount", "adjust.amount.nothing");
        }
    }
}
