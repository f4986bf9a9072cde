package no.forfall.accounts;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger that came into being here and not in the accounts.
 *
 * @param number rises with each line; the next export goes on after the last one
 * @param bookedOn local date of the creditor's country
 * @param creditor organisation number
 * @param customer the creditor's number of the debtor
 * @param part of the claim, such as FEE
 * @param kind such as CHARGE or WRITE_OFF
 * @param effect positive when the debtor owes more by it
 */
public record Voucher(
        long number,
        LocalDate bookedOn,
        String creditor,
        String customer,
        String invoice,
        @Nullable String caseNumber,
        String part,
        String kind,
        Money effect,
        @Nullable String reason) {}
