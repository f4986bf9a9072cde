package no.forfall.correspondence.post;

import no.forfall.outbox.NotDelivered;
import org.jspecify.annotations.Nullable;

/** Whoever should carry the letter there says for good that this address does not take it. Nothing was delivered. */
public class AddressRefused extends NotDelivered {

    AddressRefused(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
