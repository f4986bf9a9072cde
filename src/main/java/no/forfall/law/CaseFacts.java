package no.forfall.law;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import no.forfall.shared.Country;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * All that the law needs to know about a case. Build one with {@link #of}.
 *
 * @param firstDueDate the due date of the original invoice, from which limitation is counted
 * @param dueDate the due date in force; later than the first when the creditor gave more time
 * @param principalOpen what is left of the principal, without fees and interest
 * @param feeAgreed whether a reminder fee was agreed at the latest when the debt arose
 * @param disputed whether the debtor has an objection to the whole claim that is not yet decided
 * @param disputedPart what of the open principal an objection concerns that is not yet decided; null when none, or all of it
 * @param chargesBarred whether an objection was found right, so that collecting the rest costs the debtor nothing
 * @param invoiceDelivered whether the invoice is held to have reached the debtor
 * @param letters the letters sent so far, in order of sending
 * @param requestedDeadlineDays the days to pay that the letter will state, or 0 when {@link Law#deadline} sets the date
 * @param plan the plan of instalments that is asked about; null when none is
 */
public record CaseFacts(
        Country country,
        DebtorKind debtorKind,
        LocalDate firstDueDate,
        LocalDate dueDate,
        Money principalOpen,
        boolean feeAgreed,
        boolean disputed,
        @Nullable Money disputedPart,
        boolean chargesBarred,
        boolean invoiceDelivered,
        List<SentLetter> letters,
        int requestedDeadlineDays,
        @Nullable PaymentPlan plan) {

    /** A disputed part that is as much as is open is the whole. */
    public CaseFacts {
        if (disputedPart != null && !disputedPart.isLessThan(principalOpen)) {
            disputed = true;
        }
        disputedPart = disputed ? null : disputedPart;
        letters = letters.stream()
                .sorted(Comparator.comparing(SentLetter::sentOn))
                .toList();
    }

    /** Begins the facts of a delivered, undisputed claim without agreed fee and without letters. */
    public static Builder of(Country country, DebtorKind debtorKind, LocalDate dueDate, Money principalOpen) {
        return new Builder(country, debtorKind, dueDate, principalOpen);
    }

    /** The same claim, asked about with a plan of instalments. */
    public CaseFacts with(PaymentPlan asked) {
        return new CaseFacts(
                country,
                debtorKind,
                firstDueDate,
                dueDate,
                principalOpen,
                feeAgreed,
                disputed,
                disputedPart,
                chargesBarred,
                invoiceDelivered,
                letters,
                requestedDeadlineDays,
                asked);
    }

    public CurrencyUnit currency() {
        return principalOpen.getCurrencyUnit();
    }

    public static final class Builder {

        private final Country country;
        private final DebtorKind debtorKind;
        private final LocalDate dueDate;
        private final Money principalOpen;
        private LocalDate firstDueDate;
        private boolean feeAgreed;
        private boolean disputed;
        private @Nullable Money disputedPart;
        private boolean chargesBarred;
        private boolean invoiceDelivered = true;
        private List<SentLetter> letters = List.of();
        private int requestedDeadlineDays;

        private Builder(Country country, DebtorKind debtorKind, LocalDate dueDate, Money principalOpen) {
            this.country = country;
            this.debtorKind = debtorKind;
            this.dueDate = dueDate;
            this.principalOpen = principalOpen;
            this.firstDueDate = dueDate;
        }

        /** The due date of the original invoice, when the one in force is another. */
        public Builder firstDueDate(LocalDate date) {
            this.firstDueDate = date;
            return this;
        }

        public Builder feeAgreed(boolean agreed) {
            this.feeAgreed = agreed;
            return this;
        }

        public Builder disputed(boolean disputed) {
            this.disputed = disputed;
            return this;
        }

        /** What of the principal is disputed, in its currency, when the rest is not; null when nothing is. */
        public Builder disputedPart(@Nullable Money part) {
            this.disputedPart = part;
            return this;
        }

        /** Whether an objection was found right, in whole or in part. */
        public Builder chargesBarred(boolean barred) {
            this.chargesBarred = barred;
            return this;
        }

        public Builder invoiceDelivered(boolean delivered) {
            this.invoiceDelivered = delivered;
            return this;
        }

        /** Replaces the letters; any order. */
        public Builder letters(List<SentLetter> letters) {
            this.letters = letters;
            return this;
        }

        /** The days to pay that the letter will state; leave unset when {@link Law#deadline} sets the date. */
        public Builder requestedDeadlineDays(int days) {
            this.requestedDeadlineDays = days;
            return this;
        }

        public CaseFacts build() {
            return new CaseFacts(
                    country,
                    debtorKind,
                    firstDueDate,
                    dueDate,
                    principalOpen,
                    feeAgreed,
                    disputed,
                    disputedPart,
                    chargesBarred,
                    invoiceDelivered,
                    letters,
                    requestedDeadlineDays,
                    null);
        }
    }
}
