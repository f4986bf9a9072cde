package no.forfall.worklist;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import no.forfall.ui.Formats;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What anybody of a team may take: open, not held, not left for later, and nobody's. */
@Repository
@Transactional(readOnly = true)
class FreeItems {

    /** How many free items are looked at: people who ask in the same moment pass over what the others are given. */
    private static final List<Integer> LOOKED_AT = List.of(3, 50, Integer.MAX_VALUE);

    private static final String AWAKE = " and not w.held and (w.skipped_until is null or w.skipped_until <= :now)";
    private static final String OF_NOBODY = "w.assignee is null and (w.team is null or w.team = any(:teams))";
    private static final String FREE = AWAKE + " and " + OF_NOBODY;
    private static final String SOME =
            "select w.id, w.points, w.due, w.opened_at from app.work_item w where w.done_at is null";

    private final JdbcClient jdbc;
    private final Clock clock;

    FreeItems(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Locks the first item that is free, or that one of the covered people has; whoever asks in the same moment is given the
     * one after it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<WorkItem> lockFirst(Set<String> teams, Set<String> covered, Instant now) {
        return LOOKED_AT.stream()
                .flatMap(most -> lockFirst(teams, covered, now, most).stream())
                .findFirst();
    }

    /** The first of each that is covered and the first of what is nobody's are each read in the order of an index. */
    private Optional<WorkItem> lockFirst(Set<String> teams, Set<String> covered, Instant now, int most) {
        String nobodys = SOME + FREE + OpenItems.ORDER + " limit :most";
        String theirs = "select t.* from unnest(cast(:covered as varchar[])) h cross join lateral (" + SOME + AWAKE
                + " and w.assignee = h" + OpenItems.ORDER + " limit :most) t";
        String free = covered.isEmpty() ? FREE : AWAKE + " and (w.assignee = any(:covered) or (" + OF_NOBODY + "))";
        JdbcClient.StatementSpec first = jdbc.sql("select " + ItemTable.COLUMNS + " from ("
                        + (covered.isEmpty() ? nobodys : "(" + nobodys + ") union all (" + theirs + ")")
                        + ") f join app.work_item w on w.id = f.id where w.done_at is null" + free
                        + " order by f.points desc, f.due, f.opened_at, f.id limit 1 for update of w skip locked")
                .param("teams", teams.toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .param("most", most);
        return (covered.isEmpty() ? first : first.param("covered", covered.toArray(String[]::new)))
                .query(ItemTable::row)
                .optional();
    }

    /** How much is free for people of some teams, counted no further than a reader cares for. */
    long count(Set<String> teams) {
        return jdbc.sql("select count(*) from (select 1 from app.work_item w where w.done_at is null" + FREE + " limit "
                        + (Formats.COUNTED + 1) + ") w")
                .param("teams", teams.toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** What is free and of none of some teams: how much by team, counted no further than a reader cares for. */
    Map<String, Long> ofOthers(Set<String> teams) {
        Map<String, Long> free = new TreeMap<>();
        jdbc.sql("select team, count(*) from (select w.team from app.work_item w where w.done_at is null" + AWAKE
                        + " and w.assignee is null and w.team <> all(:teams) limit " + (Formats.COUNTED + 1)
                        + ") w group by team")
                .param("teams", teams.toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .query(row -> {
                    free.put(row.getString(1), row.getLong(2));
                });
        return free;
    }
}
