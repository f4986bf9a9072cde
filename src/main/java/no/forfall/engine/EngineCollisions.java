package no.forfall.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.stereotype.Component;

/** Says in Spring's words that two people or a timer touched the same process, so that callers can simply try again. */
@Component
class EngineCollisions implements PersistenceExceptionTranslator {

    @Override
    public @Nullable DataAccessException translateExceptionIfPossible(RuntimeException failure) {
        return failure instanceof OptimisticLockingException
                ? new OptimisticLockingFailureException("The process moved in the same moment", failure)
                : null;
    }
}
