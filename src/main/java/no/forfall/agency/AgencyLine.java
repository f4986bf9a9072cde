package no.forfall.agency;

/** The way to the agency. Sending the same message again does no harm. */
interface AgencyLine {

    /**
     * @return a receipt for the records
     * @throws no.forfall.outbox.NotDelivered when it surely did not arrive
     * @throws RuntimeException when nobody can say
     */
    String send(AgencyMessage message);
}
