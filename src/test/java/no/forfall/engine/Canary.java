package no.forfall.engine;

import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Falls silent when an attack reaches it: every attack of {@link Attacks} tries to touch or to make one. */
public class Canary implements JavaDelegate, ExecutionListener {

    private static final AtomicInteger TOUCHED = new AtomicInteger();

    public Canary() {
        touch();
    }

    public static String touch() {
        TOUCHED.incrementAndGet();
        return "touched";
    }

    static int touched() {
        return TOUCHED.get();
    }

    @Override
    public void execute(DelegateExecution execution) {
        touch();
    }

    @Override
    public void notify(DelegateExecution execution) {
        touch();
    }
}
