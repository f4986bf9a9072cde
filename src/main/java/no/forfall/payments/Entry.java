package no.forfall.payments;

/**
 * A line of a bank file under the key by which it is known again.
 *
 * @param number of the line in the file
 */
record Entry(int number, String key, BankLine line) {}
