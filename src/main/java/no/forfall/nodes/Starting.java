package no.forfall.nodes;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;

/**
 * Lets one node start at a time: whoever first touches the database has had its turn, and keeps it until it is ready. So
 * the tables, the engine's own, the house editions and the first people are made once, whatever makes them.
 */
@Component
class Starting implements BeanPostProcessor, ApplicationListener<ApplicationEvent> {

    private Turns.@Nullable Turn turn;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DataSource dataSource && turn == null) {
            turn = Turns.Turn.take(dataSource, "start");
        }
        return bean;
    }

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        if (turn != null && (event instanceof ApplicationReadyEvent || event instanceof ContextClosedEvent)) {
            turn.end();
            turn = null;
        }
    }
}
