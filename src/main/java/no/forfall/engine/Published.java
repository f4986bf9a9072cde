package no.forfall.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.forfall.engine.closing.Functions;
import no.forfall.engine.closing.PublishedNames;
import no.forfall.engine.timing.Timing;
import no.forfall.engine.timing.TimingFunctions;
import no.forfall.outbox.Outbox;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The bean map of the engine: activities by name, and {@code timing}. Nothing else is in it. */
@Component
class Published implements PublishedNames {

    private static final String TIMING = "timing";

    private final Catalogue catalogue;
    private final Timing timing;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;

    Published(Catalogue catalogue, Timing timing, @Lazy Outbox outbox, ObjectMapper json, Clock clock) {
        this.catalogue = catalogue;
        this.timing = timing;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Optional<Map<String, Boolean>> fieldsOf(String activity) {
        return catalogue.fieldsOf(activity);
    }

    @Override
    public Set<Class<? extends Functions>> functionTypes() {
        return Set.of(TimingFunctions.class);
    }

    @Override
    public boolean waitsAt(String activity) {
        return catalogue
                .find(activity)
                .filter(OutsideActivity.class::isInstance)
                .isPresent();
    }

    @Override
    public Optional<Object> resolve(String name, VariableScope scope) {
        if (TIMING.equals(name)) {
            return Optional.of(timing.in(scope));
        }
        return catalogue.find(name).map(this::behavior);
    }

    private Object behavior(Activity<?> activity) {
        if (activity instanceof InsideActivity<?> inside) {
            return new InsideBehavior<>(inside, catalogue);
        }
        return new OutsideBehavior<>((OutsideActivity<?>) activity, catalogue, outbox, json, clock);
    }
}
