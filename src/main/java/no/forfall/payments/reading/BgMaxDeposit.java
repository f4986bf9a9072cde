package no.forfall.payments.reading;

import java.time.LocalDate;
import org.joda.money.CurrencyUnit;

/**
 * What the last record of a deposit says of it.
 *
 * @param number counts the deposits to this bankgiro number
 * @param paidOn the day on which the money was on the account
 */
record BgMaxDeposit(String number, LocalDate paidOn, CurrencyUnit currency) {}
