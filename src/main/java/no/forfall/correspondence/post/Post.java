package no.forfall.correspondence.post;

import java.time.Instant;
import java.util.Optional;

/** A way out of the house. Called outside any transaction. */
public interface Post {

    /**
     * @return a receipt; may be empty
     * @throws no.forfall.outbox.NotDelivered when the letter surely did not leave
     * @throws RuntimeException when nobody can say whether it did
     */
    String deliver(Parcel parcel);

    /**
     * Whether the same letter handed in twice is one letter at the other end.
     *
     * @param here whether this node, with its own folder, handed it in the first time
     */
    boolean repeatable(boolean here);

    /** Until when no letter is handed in, since nobody answered; empty as long as the way is open. */
    default Optional<Instant> closedUntil() {
        return Optional.empty();
    }
}
