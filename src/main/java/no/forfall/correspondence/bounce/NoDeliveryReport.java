package no.forfall.correspondence.bounce;

/** A message that reports on no delivery, or cannot be read. */
class NoDeliveryReport extends Exception {

    NoDeliveryReport(String reason) {
        super(reason);
    }
}
