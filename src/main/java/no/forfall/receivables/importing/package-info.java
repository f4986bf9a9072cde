/** Reads invoices and credit notes from UBL and CSV files into the books. */
@NullMarked
package no.forfall.receivables.importing;

import org.jspecify.annotations.NullMarked;
