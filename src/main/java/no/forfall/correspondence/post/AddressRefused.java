package no.forfall.correspondence.post;

import no.forfall.outbox.NotDelivered;

/** The mail server of the recipient says for good that it knows no such address. Nothing was delivered. */
public class AddressRefused extends NotDelivered {

    AddressRefused(String reason, Throwable cause) {
        super(reason, cause);
    }
}
