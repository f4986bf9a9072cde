package no.forfall.worklist;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import no.forfall.shared.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has a case open right now, known by what their pages say every twenty seconds. */
@Component
@Transactional
public class Presence {

    private static final Duration COUNTS = Duration.ofMinutes(1);
    private static final int MOST = 5;

    private final JdbcClient jdbc;
    private final Clock clock;

    Presence(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes that a person looks at a case, and names the others who do, by name and five at most. */
    public List<String> seen(CaseNumber caseNumber, String person) {
        Instant now = clock.instant();
        return jdbc.sql("with here as (insert into app.case_open (case_number, person, seen_at)"
                        + " values (:case, :person, :now) on conflict (case_number, person)"
                        + " do update set seen_at = excluded.seen_at)"
                        + " select p.name from app.case_open o join app.person p on p.user_name = o.person"
                        + " where o.case_number = :case and o.person <> :person and o.seen_at > :since"
                        + " order by p.name limit :most")
                .param("case", caseNumber.value())
                .param("person", person)
                .param("now", Timestamp.from(now))
                .param("since", Timestamp.from(now.minus(COUNTS)))
                .param("most", MOST)
                .query(String.class)
                .list();
    }

    @Scheduled(cron = "${forfall.worklist.presence-forget:0 50 * * * *}")
    @SchedulerLock(name = "presence-forget", lockAtLeastFor = "PT10M", lockAtMostFor = "PT11M")
    void forget() {
        jdbc.sql("delete from app.case_open where seen_at < ?")
                .param(Timestamp.from(clock.instant().minus(COUNTS)))
                .update();
    }
}
