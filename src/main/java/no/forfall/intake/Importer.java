package no.forfall.intake;

/** Reads the files of one kind into the books. Implemented by the rooms that own what is in them. */
public interface Importer {

    String INVOICES = "invoices";
    String PAYMENTS = "payments";

    /** {@link #INVOICES} or {@link #PAYMENTS}. */
    String kind();

    /**
     * Imports a file, each line in a transaction of its own. What was imported before changes nothing, so a file whose
     * import broke off is completed by importing it again.
     *
     * @throws FileRefused when the file is broken as a whole; nothing is imported then
     */
    ImportReport read(IncomingFile file);
}
