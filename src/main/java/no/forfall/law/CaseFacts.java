package no.forfall.law;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import no.forfall.shared.Country;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * All that the law needs to know about a case. Build one with {@link #of}.
 *
 * @param firstDueDate the due date of the original invoice, from which limitation is counted
 * @param dueDate the due date in force; later than the first when the creditor gave more time
 * @param principalOpen what is left of the principal, without fees and interest
 * @param feeAgreed whether a reminder fee was agreed at the latest when the debt arose
 * @param disputed whether the debtor has an objection that is not yet decided
 * @param invoiceDelivered whether the invoice is held to have reached the debtor
 * @param letters the letters sent so far, in order of sending
 * @param requestedDeadlineDays the days to pay that the letter will state, or 0 when {@link Law#deadline} sets the date
 */
public record CaseFacts(
        Country country,
        DebtorKind debtorKind,
        LocalDate firstDueDate,
        LocalDate dueDate,
        Money principalOpen,
        boolean feeAgreed,
        boolean disputed,
        boolean invoiceDelivered,
        List<SentLetter> letters,
        int requestedDeadlineDays) {

    public CaseFacts {
        letters = letters.stream()
                .sorted(Comparator.comparing(SentLetter::sentOn))
                .toList();
    }

    /** Begins the facts of a delivered, undisputed claim without agreed fee and without letters. */
    public static Builder of(Country country, DebtorKind debtorKind, LocalDate dueDate, Money principalOpen) {
        return new Builder(country, debtorKind, dueDate, principalOpen);
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
                    invoiceDelivered,
                    letters,
                    requestedDeadlineDays);
        }
    }
}
