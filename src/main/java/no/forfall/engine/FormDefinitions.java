package no.forfall.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The published forms. The engine keeps them but offers no query for them. */
@Repository
class FormDefinitions {

    private static final String ROW =
            "select id_, key_, version_, deployment_id_, resource_name_ from act_re_camformdef ";

    private final JdbcClient jdbc;

    FormDefinitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ResourceDefinition> newest() {
        return jdbc.sql(ROW + "f where version_ = (select max(version_) from act_re_camformdef where key_ = f.key_)")
                .query(FormDefinitions::row)
                .list();
    }

    List<ResourceDefinition> history(String key) {
        return jdbc.sql(ROW + "where key_ = ? order by version_ desc limit 200")
                .param(key)
                .query(FormDefinitions::row)
                .list();
    }

    Optional<ResourceDefinition> find(String id) {
        return jdbc.sql(ROW + "where id_ = ?")
                .param(id)
                .query(FormDefinitions::row)
                .optional();
    }

    private static ResourceDefinition row(ResultSet row, int number) throws SQLException {
        CamundaFormDefinitionEntity form = new CamundaFormDefinitionEntity(
                row.getString("key_"), row.getString("deployment_id_"), row.getString("resource_name_"), null);
        form.setId(row.getString("id_"));
        form.setVersion(row.getInt("version_"));
        return form;
    }
}
