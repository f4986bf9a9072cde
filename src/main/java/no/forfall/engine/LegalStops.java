package no.forfall.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import no.forfall.law.Reason;
import no.forfall.outbox.Effect;
import no.forfall.shared.CaseNumber;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what the law stopped, once for each effect and rule, in the transaction in which it was asked. */
@Repository
public class LegalStops {

    /** What became of the effect. */
    enum Kind {
        /** It waits for a date. */
        REFUSED,
        /** It waits for a person. */
        BARRED,
        /** It leaves, without the fee it asked for. */
        WITHOUT_FEE
    }

    private final JdbcClient jdbc;
    private final RepositoryService repository;
    private final Clock clock;

    LegalStops(JdbcClient jdbc, RepositoryService repository, Clock clock) {
        this.jdbc = jdbc;
        this.repository = repository;
        this.clock = clock;
    }

    /** @return false when the rule had stopped this effect before; nothing is added then */
    boolean keep(Effect effect, Reason why, Kind kind) {
        Origin origin = Origin.parse(effect.origin());
        ProcessDefinition diagram = repository.getProcessDefinition(origin.definition());
        return jdbc.sql("insert into app.legal_stop (effect, rule, kind, statute, process, version, element, activity,"
                                + " case_number, at) values (:effect, :rule, :kind, :statute, :process, :version,"
                                + " :element, :activity, :case, :at) on conflict (effect, rule) do nothing")
                        .param("effect", effect.key())
                        .param("rule", why.ruleId())
                        .param("kind", kind.name())
                        .param("statute", why.statute())
                        .param("process", diagram.getKey())
                        .param("version", diagram.getVersion())
                        .param("element", origin.element())
                        .param("activity", effect.activity())
                        .param("case", effect.caseNumber().value())
                        .param("at", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** The cases in which a rule has stopped a step of one version of a process, by number. */
    public List<CaseNumber> cases(String rule, String process, int version) {
        return jdbc.sql("select distinct case_number from app.legal_stop"
                        + " where rule = :rule and process = :process and version = :version order by case_number")
                .param("rule", rule)
                .param("process", process)
                .param("version", version)
                .query((row, number) -> new CaseNumber(row.getString(1)))
                .list();
    }
}
