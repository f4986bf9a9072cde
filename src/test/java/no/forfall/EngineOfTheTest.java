package no.forfall;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Camunda's web applications and REST interface find the engine by its name in the whole JVM, where the applications of
 * several test classes live side by side: the one of the class that runs now is the one to be found.
 */
final class EngineOfTheTest implements TestExecutionListener {

    @Override
    public void beforeTestClass(TestContext test) {
        ProcessEngines.registerProcessEngine(test.getApplicationContext().getBean(ProcessEngine.class));
    }
}
