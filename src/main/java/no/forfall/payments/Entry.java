package no.forfall.payments;

import no.forfall.payments.reading.BankLine;
import no.forfall.payments.reading.Mark;
import no.forfall.payments.reading.Place;

/**
 * A payment of a file and how it is known again.
 *
 * @param nth which of the payments with this mark in its file, counted from one
 */
record Entry(Place place, Mark mark, int nth, BankLine line) {}
