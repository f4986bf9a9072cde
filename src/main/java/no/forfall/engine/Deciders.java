package no.forfall.engine;

import java.util.Optional;
import no.forfall.shared.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who completed a step of a case last. Kept in a table and not in the process, whose variables people may write. */
@Repository
class Deciders {

    private final JdbcClient jdbc;

    Deciders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(CaseNumber caseNumber, String step, String person) {
        jdbc.sql("insert into app.decider (case_number, step, person) values (:case, :step, :person)"
                        + " on conflict (case_number, step) do update set person = excluded.person")
                .param("case", caseNumber.value())
                .param("step", step)
                .param("person", person)
                .update();
    }

    /** Empty when nobody has completed the step on this case. */
    Optional<String> of(CaseNumber caseNumber, String step) {
        return jdbc.sql("select person from app.decider where case_number = ? and step = ?")
                .params(caseNumber.value(), step)
                .query(String.class)
                .optional();
    }
}
