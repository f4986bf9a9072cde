package no.forfall.debtorpage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Counts, at this node, how often an address has come with links that open nothing. After twenty in a quarter of an hour it
 * waits outside for the rest of it. Remembers the ten thousand addresses that came last.
 */
@Component
public class Doorkeeper {

    static final int MOST_WRONG = 20;
    static final Duration WHILE = Duration.ofMinutes(15);

    private static final int MOST_ADDRESSES = 10_000;

    private record Wrong(Instant since, int times) {}

    private final Clock clock;
    private final Map<String, Wrong> wrong = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    Doorkeeper(Clock clock) {
        this.clock = clock;
    }

    /** Whether the address has to wait. */
    public synchronized boolean isBarred(String address) {
        Wrong so = wrong.get(address);
        return so != null && !isOver(so) && so.times() >= MOST_WRONG;
    }

    /** The address came with a link that opens nothing. */
    public synchronized void wrong(String address) {
        wrong.merge(
                address,
                new Wrong(clock.instant(), 1),
                (so, one) -> isOver(so) ? one : new Wrong(so.since(), so.times() + 1));
    }

    private boolean isOver(Wrong so) {
        return !clock.instant().isBefore(so.since().plus(WHILE));
    }
}
