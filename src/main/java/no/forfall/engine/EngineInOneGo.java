package no.forfall.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import no.forfall.engine.running.Instances;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Gathered;
import no.forfall.shared.InOneGo;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.core.NamedThreadLocal;
import org.springframework.stereotype.Repository;

/**
 * Makes one command of all that the engine is asked to do, which writes what it comes to at its end. What has to see that
 * written comes after it, in a command of its own. A repository, so that a collision that shows only when it is written
 * reaches the callers as one of Spring's.
 */
@Repository
class EngineInOneGo implements InOneGo {

    /**
     * @param conclusions of cases, which may be told and ended together
     * @param others which each need what the ones before have written
     */
    private record Later(Map<CaseNumber, Runnable> conclusions, List<Runnable> others) {}

    private static final NamedThreadLocal<Later> LATER = new NamedThreadLocal<>("what waits for the end of the go");

    private final ProcessEngineConfigurationImpl engine;

    EngineInOneGo(ProcessEngine engine) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /** @return false when nothing is done in one go now */
    static boolean atItsEnd(CaseNumber caseNumber, Runnable conclusion) {
        Later later = LATER.get();
        if (later != null) {
            later.conclusions().put(caseNumber, conclusion);
        }
        return later != null;
    }

    /** @return false when nothing is done in one go now */
    static boolean afterIt(Runnable work) {
        Later later = LATER.get();
        return later != null && later.others().add(work);
    }

    @Override
    public <T> T of(Supplier<T> work) {
        return LATER.get() == null ? Gathered.during(() -> first(work)) : work.get();
    }

    private <T> T first(Supplier<T> work) {
        Later later = new Later(new LinkedHashMap<>(), new ArrayList<>());
        LATER.set(later);
        T result;
        try {
            result = engine.getCommandExecutorTxRequired().execute(command -> work.get());
        } finally {
            LATER.remove();
        }
        conclude(later.conclusions());
        later.others().forEach(Runnable::run);
        return result;
    }

    private void conclude(Map<CaseNumber, Runnable> conclusions) {
        if (!conclusions.isEmpty()) {
            engine.getCommandExecutorTxRequired().execute(command -> {
                Instances.read(
                        command,
                        conclusions.keySet().stream().map(CaseNumber::value).toList());
                conclusions.values().forEach(Runnable::run);
                return null;
            });
        }
    }
}
