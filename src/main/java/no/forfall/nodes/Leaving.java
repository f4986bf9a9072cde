package no.forfall.nodes;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Goes first when a node is told to stop: the node says that it is not ready any more and serves on for a while, so that
 * whoever spreads the requests has seen it before the door closes.
 */
@Component
class Leaving implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Leaving.class);

    private final Duration notice;
    private volatile boolean running;

    /** @param notice how long it still serves; zero where nobody asks for its readiness */
    Leaving(@Value("${forfall.nodes.notice:PT0S}") Duration notice) {
        this.notice = notice;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (!notice.isZero()) {
            log.info("Not ready any more; serves for another {}", notice);
            try {
                Thread.sleep(notice.toMillis());
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
