package no.forfall.nodes;

import java.time.Duration;
import java.time.Instant;

/** The time of the nodes, which runs with the machine's and jumps when a test says so. */
final class BusinessTime {

    private final Nodes nodes;
    private Duration ahead;

    /** Begins at a time. */
    BusinessTime(Nodes nodes, Instant begins) {
        this.nodes = nodes;
        this.ahead = Duration.between(Instant.now(), begins);
        nodes.setTime(begins);
    }

    synchronized Instant now() {
        return Instant.now().plus(ahead);
    }

    /** Jumps forward, or back where the time is negative. Nothing has happened when the database cannot be told. */
    synchronized void pass(Duration time) {
        nodes.setTime(now().plus(time));
        ahead = ahead.plus(time);
    }
}
