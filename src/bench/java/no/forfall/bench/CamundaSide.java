package no.forfall.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Camunda 7 as its Spring Boot starter sets it up. */
final class CamundaSide extends PeerSide {

    private ConfigurableApplicationContext application;
    private ProcessEngine engine;

    @EnableAutoConfiguration(
            exclude = {
                HibernateJpaAutoConfiguration.class,
                JpaRepositoriesAutoConfiguration.class,
                CamundaBpmRestJerseyAutoConfiguration.class
            })
    static class Application {}

    @Override
    void open(HikariDataSource pool, DataSourceTransactionManager transactions, Steps steps) {
        application = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> {
                    var beans = context.getBeanFactory();
                    beans.registerSingleton("steps", steps);
                })
                .initializers(context -> {
                    var registry = (org.springframework.context.support.GenericApplicationContext) context;
                    registry.registerBean("dataSource", DataSource.class, () -> pool);
                    registry.registerBean("transactionManager", PlatformTransactionManager.class, () -> transactions);
                })
                .run(
                        // not the product's configuration
                        "--spring.config.name=peer",
                        "--spring.flyway.enabled=false",
                        "--camunda.bpm.auto-deployment-enabled=false",
                        "--logging.level.root=warn");
        engine = application.getBean(ProcessEngine.class);
        engine.getRepositoryService()
                .createDeployment()
                .addString(
                        "ladder.bpmn",
                        diagram("http://camunda.org/schema/1.0/bpmn", "engine:historyTimeToLive=\"P180D\""))
                .deploy();
    }

    @Override
    void goTo(Instant time) {
        ClockUtil.offset(time.toEpochMilli() - System.currentTimeMillis());
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getJobExecutor()
                .jobWasAdded();
    }

    @Override
    String lastTimer() {
        return "select max(duedate_) from act_ru_job";
    }

    @Override
    String dueJobs() {
        return "select count(*) from act_ru_job where duedate_ <= ? and retries_ > 0";
    }

    @Override
    void start(int invoice, Map<String, Object> facts) {
        engine.getRuntimeService().startProcessInstanceByKey("ladder", key(invoice), facts);
    }

    @Override
    void tell(int invoice, String message) {
        engine.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(key(invoice))
                .correlate();
    }

    @Override
    void complete(int invoice, String task, Map<String, Object> facts) {
        String id = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(key(invoice))
                .taskDefinitionKey(task)
                .singleResult()
                .getId();
        engine.getTaskService().complete(id, facts);
    }

    @Override
    public void close() throws Exception {
        super.close();
        application.close();
    }
}
