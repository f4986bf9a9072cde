package no.forfall.adjustments;

import no.forfall.api.Invalid;
import no.forfall.identity.CurrentPerson;
import no.forfall.identity.Role;
import no.forfall.receivables.LedgerLine;
import no.forfall.receivables.LineKind;
import no.forfall.receivables.Receivables;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Who may change a claim: a manager or administrator everything, a handler waivers and credit notes up to a limit on each
 * case ({@link AdjustmentSettings}).
 */
@Component
public class Permission {

    private final Receivables receivables;
    private final AdjustmentSettings settings;

    Permission(Receivables receivables, AdjustmentSettings settings) {
        this.receivables = receivables;
        this.settings = settings;
    }

    /** Whether the person signed in may do it at all. */
    public boolean has(Adjustment kind) {
        return isManager() || kind.isWithinLimit() && CurrentPerson.has(Role.HANDLER);
    }

    private static boolean isManager() {
        return CurrentPerson.has(Role.MANAGER, Role.ADMIN);
    }

    /** How much a handler may still give on the invoice; null when the person signed in has no limit. */
    public @Nullable Money left(long invoiceId) {
        if (isManager()) {
            return null;
        }
        CurrencyUnit currency = receivables.invoice(invoiceId).currency();
        Money given = receivables.ledger(invoiceId).stream()
                .filter(line -> line.kind() == LineKind.WAIVER || line.kind() == LineKind.CREDIT)
                .filter(line -> CurrentPerson.name().equals(line.bookedBy()))
                .map(LedgerLine::amount)
                .reduce(Money.zero(currency), Money::plus);
        Money left = settings.limit(currency).minus(given);
        return left.isNegative() ? Money.zero(currency) : left;
    }

    void check(Adjustment kind) {
        if (!has(kind)) {
            throw new AccessDeniedException("Only a manager or an administrator does this: " + kind);
        }
    }

    void checkLimit(Adjustment kind, Money amount, long invoiceId) {
        Money left = left(invoiceId);
        if (left != null && kind.isWithinLimit() && amount.isGreaterThan(left)) {
            throw new Invalid("amount", "adjust.amount.limit", left);
        }
    }
}
