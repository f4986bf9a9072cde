package no.forfall.worklist;

import java.time.LocalDate;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An open item and what the list says about its case.
 *
 * @param openPrincipal what is open of the principal
 * @param rank why it stands where it does
 * @param lastContact the day of the last letter, in the creditor's country; null when none was sent
 */
public record OpenItem(
        WorkItem item,
        String debtor,
        String creditor,
        Country country,
        String invoiceNumber,
        LocalDate invoiceDueOn,
        Money openPrincipal,
        @Nullable LocalDate lastContact,
        Rank rank) {}
