package no.forfall.demo;

import java.time.Duration;
import no.forfall.receivables.Registry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Fills an empty database with the demo; an existing one is left as it is, and its time goes on before anything runs.
 * Without the story ({@code forfall.demo.story=false}) the house stays empty but for its people.
 */
@Component
@Profile("demo")
class DemoStart implements SmartInitializingSingleton, ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoStart.class);

    private final DemoPeople people;
    private final DemoClock.Memory memory;
    private final DemoStory story;
    private final DemoPreparing preparing;
    private final Registry registry;
    private final boolean withStory;

    DemoStart(
            DemoPeople people,
            DemoClock.Memory memory,
            DemoStory story,
            DemoPreparing preparing,
            Registry registry,
            @Value("${forfall.demo.story:true}") boolean withStory) {
        this.people = people;
        this.memory = memory;
        this.story = story;
        this.preparing = preparing;
        this.registry = registry;
        this.withStory = withStory;
    }

    @Override
    public void afterSingletonsInstantiated() {
        people.moveIn();
        if (!withStory || !registry.isEmpty()) {
            memory.recall();
            preparing.ready();
        }
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!preparing.isReady()) {
            long begun = System.nanoTime();
            story.live(preparing::progress);
            memory.keep();
            log.info("The demo has lived through its past in {}", Duration.ofNanos(System.nanoTime() - begun));
            preparing.ready();
        }
    }
}
