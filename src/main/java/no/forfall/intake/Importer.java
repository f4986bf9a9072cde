package no.forfall.intake;

import java.util.List;
import no.forfall.intake.reading.CsvField;
import no.forfall.intake.reading.CsvLine;
import no.forfall.intake.reading.FieldRefused;

/** Reads the files of one kind into the books. Implemented by the rooms that own what is in them. */
public interface Importer {

    String INVOICES = "invoices";
    String PAYMENTS = "payments";

    /** {@link #INVOICES} or {@link #PAYMENTS}. */
    String kind();

    /** What a line of a CSV file may say, the needed first. */
    List<CsvField> csvFields();

    /**
     * Tells whether a line of a CSV file would be taken, as far as it can be told without the lines before it. Changes
     * nothing.
     *
     * @throws FieldRefused as reading the line would
     */
    void tryOut(CsvLine line);

    /**
     * Imports a file, each line in a transaction of its own. What was imported before changes nothing, so a file whose
     * import broke off is completed by importing it again.
     *
     * @throws FileRefused when the file is broken as a whole; nothing is imported then
     */
    ImportReport read(IncomingFile file);
}
