package no.forfall.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The process that is running right now and from one of whose activities the house was called, if any. */
final class CallingProcess {

    private CallingProcess() {}

    static boolean isRunning() {
        return Context.getBpmnExecutionContext() != null;
    }

    /** The engine has written everything by then and knows the transaction still. */
    static void beforeCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                work.run();
            }
        });
    }
}
