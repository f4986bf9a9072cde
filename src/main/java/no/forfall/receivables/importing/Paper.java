package no.forfall.receivables.importing;

import java.time.LocalDate;
import no.forfall.law.DebtorKind;
import no.forfall.receivables.Address;
import no.forfall.receivables.Relation;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An invoice or credit note as a file states it, before it is in the books.
 *
 * @param amount what is to be paid including VAT; for a credit what it takes away, positive in both
 * @param dueOn null only for credits
 * @param credits the number of the invoice that it reduces; null for an invoice
 * @param fields how the file calls the fields, to name them in a refusal
 */
record Paper(
        boolean isCredit,
        String number,
        LocalDate issuedOn,
        @Nullable LocalDate dueOn,
        Money amount,
        @Nullable String reference,
        @Nullable String account,
        @Nullable String description,
        boolean feeAgreed,
        @Nullable String credits,
        Seller seller,
        Buyer buyer,
        Fields fields) {

    /** @param countryCode ISO 3166-1, two letters; null when the file does not say */
    record Seller(
            String organisationNumber,
            @Nullable String name,
            @Nullable String countryCode,
            @Nullable Address address,
            @Nullable String email,
            @Nullable String phone) {}

    /**
     * @param relation null keeps what is known
     */
    record Buyer(
            String number,
            String name,
            DebtorKind kind,
            @Nullable String organisationNumber,
            @Nullable String language,
            @Nullable String email,
            @Nullable String phone,
            Address address,
            @Nullable Relation relation,
            @Nullable String segment) {}

    /** Columns, or XPaths. */
    record Fields(String number, String due, String amount, String credits, String country, String name) {}
}
