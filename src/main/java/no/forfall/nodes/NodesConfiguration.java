package no.forfall.nodes;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.spring.annotation.EnableSchedulerLock;
import net.javacrumbs.shedlock.support.KeepAliveLockProvider;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Elects the node that does a round. The lock is taken before any transaction begins, is kept alive while the round runs,
 * and counts in the database's own time, which neither a node's clock nor the time machine moves.
 */
@Configuration
@EnableSchedulerLock(defaultLockAtMostFor = "PT2M", order = 0)
class NodesConfiguration implements DisposableBean {

    /** No bean, since the framework would run the rounds themselves on it. */
    private final ScheduledExecutorService keepingAlive = Executors.newSingleThreadScheduledExecutor();

    @Bean
    LockProvider rounds(JdbcTemplate jdbc) {
        var table = JdbcTemplateLockProvider.Configuration.builder()
                .withJdbcTemplate(jdbc)
                .withTableName("app.round")
                .usingDbTime()
                .build();
        return new KeepAliveLockProvider(new JdbcTemplateLockProvider(table), keepingAlive);
    }

    @Override
    public void destroy() {
        keepingAlive.shutdownNow();
    }
}
