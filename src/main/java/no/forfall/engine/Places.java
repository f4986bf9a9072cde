package no.forfall.engine;

import no.forfall.outbox.Effect;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** Tells which element of which process queued an effect. */
@Component
public class Places {

    private final RepositoryService repository;

    Places(RepositoryService repository) {
        this.repository = repository;
    }

    /** Where no process queued it, the element is named after the activity. */
    public Place of(Effect effect) {
        if (effect.origin().isEmpty()) {
            return new Place("", effect.activity());
        }
        Origin origin = Origin.parse(effect.origin());
        return new Place(repository.getProcessDefinition(origin.definition()).getKey(), origin.element());
    }
}
