package no.forfall.accounts;

import java.time.LocalDate;
import java.util.List;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What one posting gave up of an invoice, apart by part. A posting never changes, so neither does its note.
 *
 * @param number of its last voucher
 * @param on booking day, a local date of the creditor's country
 * @param country the creditor's
 * @param customer the creditor's number of the debtor
 */
record CreditNote(
        long number,
        LocalDate on,
        Country country,
        Party creditor,
        Party debtor,
        String customer,
        String invoice,
        LocalDate invoiceIssuedOn,
        List<Line> lines) {

    /** @param countryCode ISO 3166-1, two letters */
    record Party(
            @Nullable String organisationNumber,
            String name,
            @Nullable String street,
            @Nullable String postalCode,
            @Nullable String city,
            String countryCode,
            @Nullable String email,
            @Nullable String phone) {}

    /**
     * @param part of the claim, such as FEE
     * @param kind such as WAIVER
     * @param amount positive
     */
    record Line(String part, String kind, Money amount) {}

    /** Unlike any number that the creditor's accounts give. */
    String id() {
        return "FORFALL-" + number;
    }
}
