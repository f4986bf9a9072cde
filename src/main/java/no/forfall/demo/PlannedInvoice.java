package no.forfall.demo;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One invoice of the demo and what its debtor will do.
 *
 * @param debtor index of the debtor in the creditor's list
 * @param paysOn the day of a payment; null when none comes
 * @param share how much of what is then open it covers, in percent
 */
record PlannedInvoice(
        DemoCreditor creditor,
        int debtor,
        String number,
        LocalDate issuedOn,
        LocalDate dueOn,
        Money amount,
        String description,
        boolean feeAgreed,
        @Nullable LocalDate paysOn,
        int share) {}
