package no.forfall.bench;

/** Something that leads invoices through their lifecycle: the product, another engine, or nothing but SQL. */
interface Side extends AutoCloseable {

    /** Starts on an empty database. */
    void open(Database database) throws Exception;

    /** Leads a cohort from the invoice to the end and tells the gauge which part of the work is which. */
    void live(Cohort cohort, Gauge gauge) throws Exception;

    @Override
    void close() throws Exception;
}
