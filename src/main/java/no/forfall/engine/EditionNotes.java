package no.forfall.engine;

import org.camunda.bpm.engine.repository.Deployment;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who published what, and why. */
@Repository
class EditionNotes {

    /** @param author null where nobody is known: house editions, and deployments past the studio */
    record Note(@Nullable String author, String text) {}

    private final JdbcClient jdbc;

    EditionNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(Deployment deployment, String author, String note) {
        jdbc.sql("insert into app.edition_note (deployment_id, author, note) values (?, ?, ?)")
                .params(deployment.getId(), author, note)
                .update();
    }

    Note of(Deployment deployment) {
        return jdbc.sql("select author, note from app.edition_note where deployment_id = ?")
                .param(deployment.getId())
                .query((row, number) -> new Note(row.getString("author"), row.getString("note")))
                .optional()
                .orElseGet(() -> new Note(null, deployment.getName() == null ? "" : deployment.getName()));
    }
}
