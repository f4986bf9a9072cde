package no.forfall.arrangements;

import java.time.LocalDate;
import java.util.Optional;
import no.forfall.shared.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DebtorAnswerTable {

    private final JdbcClient jdbc;

    DebtorAnswerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Answer answer) {
        jdbc.sql("insert into app.debtor_answer (case_number, kind, said_on, day, open) values (?, ?, ?, ?, true)")
                .params(answer.caseNumber().value(), answer.kind().name(), answer.saidOn(), answer.day())
                .update();
    }

    Optional<Answer> open(CaseNumber caseNumber) {
        return jdbc.sql("select kind, said_on, day from app.debtor_answer where open and case_number = ?")
                .param(caseNumber.value())
                .query((row, number) -> new Answer(
                        caseNumber,
                        Answer.Kind.valueOf(row.getString("kind")),
                        row.getObject("said_on", LocalDate.class),
                        row.getObject("day", LocalDate.class)))
                .optional();
    }

    void close(CaseNumber caseNumber) {
        jdbc.sql("update app.debtor_answer set open = false where open and case_number = ?")
                .param(caseNumber.value())
                .update();
    }
}
