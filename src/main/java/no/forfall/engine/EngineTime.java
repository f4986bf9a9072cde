package no.forfall.engine;

import java.util.function.Supplier;
import no.forfall.shared.Agenda;

/** The engine's timers and jobs, for whoever moves the clock. Jobs that fail are left to their retries. */
public interface EngineTime extends Agenda {

    /** Lets nobody else run jobs until the work is done. */
    <T> T alone(Supplier<T> work);
}
