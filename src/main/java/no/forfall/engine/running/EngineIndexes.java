package no.forfall.engine.running;

import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.util.ProductPropertiesUtil;
import org.flywaydb.core.Flyway;

/** Lays the indexes that the engine's tables lack, when the engine has made or upgraded these tables. */
public final class EngineIndexes {

    private EngineIndexes() {}

    /** Does nothing when they were laid for this version of the engine. Several nodes may ask at once. */
    public static void lay(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("app")
                .table("engine_index_history")
                .locations("classpath:db/engine")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .placeholders(Map.of("engine", ProductPropertiesUtil.getProductVersion()))
                .load()
                .migrate();
    }
}
