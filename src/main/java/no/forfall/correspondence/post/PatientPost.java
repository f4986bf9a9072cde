package no.forfall.correspondence.post;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.forfall.outbox.NotDelivered;

/**
 * A way out that, once nobody answered there, is left alone for a while, so that an outage is a queue that waits and not a
 * storm of attempts: thirty seconds at first, twice as long after each attempt in vain, ten minutes at most. Each node finds
 * out by itself.
 */
final class PatientPost implements Post {

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private record Closed(Instant since, Duration pause) {

        Instant until() {
            return since.plus(pause);
        }

        /** A clock that was put back has not seen the outage. */
        boolean holdsAt(Instant now) {
            return !now.isBefore(since) && now.isBefore(until());
        }

        Closed again(Instant now) {
            Duration longer = pause.multipliedBy(2);
            return new Closed(now, longer.compareTo(LONGEST) > 0 ? LONGEST : longer);
        }
    }

    private final Post post;
    private final Clock clock;
    private volatile Optional<Closed> closed = Optional.empty();

    PatientPost(Post post, Clock clock) {
        this.post = post;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> closedUntil() {
        Instant now = clock.instant();
        return closed.filter(found -> found.holdsAt(now)).map(Closed::until);
    }

    @Override
    public String deliver(Parcel parcel) {
        if (closedUntil().isPresent()) {
            throw new NotDelivered("Nobody answered there a moment ago");
        }
        try {
            String receipt = post.deliver(parcel);
            closed = Optional.empty();
            return receipt;
        } catch (Unreachable nobody) {
            Instant now = clock.instant();
            closed = Optional.of(closed.map(before -> before.again(now)).orElseGet(() -> new Closed(now, FIRST)));
            throw nobody;
        }
    }

    @Override
    public boolean repeatable(boolean here) {
        return post.repeatable(here);
    }
}
