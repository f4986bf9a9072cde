package no.forfall.engine.running;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/**
 * Counts the due jobs that this node has taken since it started, and those of them that it took in vain: another node or a
 * person was at their case, or one of their batch failed, and they wait to be taken again. {@code forfall.jobs.taken} and
 * {@code forfall.jobs.vain} of the metrics.
 */
@Component
final class Takings {

    private final Counter taken;
    private final Counter vain;

    Takings(MeterRegistry metrics) {
        taken = Counter.builder("forfall.jobs.taken")
                .description("Due jobs taken by this node")
                .register(metrics);
        vain = Counter.builder("forfall.jobs.vain")
                .description("Due jobs taken by this node that have to be taken again")
                .register(metrics);
    }

    void took(int jobs) {
        taken.increment(jobs);
    }

    void inVain(int jobs) {
        vain.increment(jobs);
    }
}
