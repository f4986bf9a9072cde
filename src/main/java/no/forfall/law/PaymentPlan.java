package no.forfall.law;

/**
 * A plan of instalments as the law asks about it. Lag (1981:739) § 3.
 *
 * @param whole whether it is for all that is left of the claim
 * @param agreed whether it is made together with the debtor
 * @param written whether the debtor gets it in writing
 */
public record PaymentPlan(boolean whole, boolean agreed, boolean written) {}
