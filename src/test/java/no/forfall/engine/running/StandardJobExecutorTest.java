package no.forfall.engine.running;

import static org.assertj.core.api.Assertions.assertThat;

import no.forfall.ForfallTest;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@ForfallTest
@TestPropertySource(properties = {"camunda.bpm.job-execution.enabled=true", "forfall.engine.batch=0"})
class StandardJobExecutorTest {

    @Autowired
    JobExecutor executor;

    @Test
    void withoutBatchesTheEngineBringsItsOwn() {
        assertThat(executor).isExactlyInstanceOf(SpringJobExecutor.class);
    }
}
