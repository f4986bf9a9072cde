package no.forfall.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.forfall.ForfallTest;
import no.forfall.TestDatabase;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.MovableClock;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

@ForfallTest
class JournalMonthsTest {

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    record SomethingHappened(CaseNumber caseNumber, String what) implements CaseEvent {}

    private void happens(CaseNumber number, String at) {
        clock.moveTo(Instant.parse(at));
        transaction.executeWithoutResult(status -> events.publishEvent(new SomethingHappened(number, at)));
    }

    private JournalMonths months(Period keep) {
        return new JournalMonths(jdbc, keep, clock);
    }

    private Map<String, String> placesOf(JdbcClient database, String number) {
        return database
                .sql("select tableoid::regclass::text as place, at from app.journal where case_number = ? order by id")
                .param(number)
                .query((row, index) -> Map.entry(
                        row.getTimestamp("at")
                                .toInstant()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString(),
                        row.getString("place")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<String> read(CaseNumber number) {
        return journal.of(number, Long.MAX_VALUE, 100).stream()
                .map(entry -> entry.facts().get("what").toString())
                .toList();
    }

    @Test
    void entriesOfAnyMonthAreKeptAndMoveToTheMonthOnceThereIsOne() {
        CaseNumber number = new CaseNumber("F-880001");
        happens(number, "2019-03-31T23:30:00Z");
        happens(number, "2019-04-01T00:30:00Z");
        assertThat(placesOf(jdbc, "F-880001").values()).containsOnly("app.journal_rest");

        months(null).keepUp();
        assertThat(placesOf(jdbc, "F-880001"))
                .containsEntry("2019-03-31T23:30:00Z", "app.journal_2019_03")
                .containsEntry("2019-04-01T00:30:00Z", "app.journal_2019_04");
        assertThat(read(number)).containsExactly("2019-04-01T00:30:00Z", "2019-03-31T23:30:00Z");

        happens(number, "2019-03-05T10:00:00Z");
        assertThat(placesOf(jdbc, "F-880001")).containsEntry("2019-03-05T10:00:00Z", "app.journal_2019_03");
    }

    @Test
    void theMonthsToComeAreMadeAhead() {
        clock.moveTo(Instant.parse("2031-11-15T12:00:00Z"));
        months(null).keepUp();
        CaseNumber number = new CaseNumber("F-880002");
        happens(number, "2032-02-29T10:00:00Z");
        assertThat(placesOf(jdbc, "F-880002").values()).containsExactly("app.journal_2032_02");
    }

    @Test
    void monthsAreDroppedOnlyWhenATimeIsSet() {
        CaseNumber number = new CaseNumber("F-880003");
        happens(number, "2012-05-10T10:00:00Z");
        happens(number, "2012-06-10T10:00:00Z");
        happens(number, "2013-06-20T10:00:00Z");
        months(null).keepUp();
        assertThat(read(number)).hasSize(3);

        months(Period.ofYears(1)).keepUp();
        assertThat(read(number)).containsExactly("2013-06-20T10:00:00Z", "2012-06-10T10:00:00Z");
    }

    @Test
    void aTimeOfDaysOrNoneIsRefused() {
        assertThatThrownBy(() -> months(Period.ofDays(30))).hasMessageContaining("forfall.journal.keep");
        assertThatThrownBy(() -> months(Period.ZERO)).hasMessageContaining("forfall.journal.keep");
    }

    @Test
    void theEntriesOfACaseAreFoundByAnIndexInEveryMonth() {
        jdbc.sql("insert into app.journal (case_number, at, kind, actor, facts) select 'F-' || 700000 + n,"
                        + " timestamptz '2025-01-01' + n * interval '10 minutes', 'Many', 'test', '{}'"
                        + " from generate_series(1, 20000) n")
                .update();
        clock.moveTo(Instant.parse("2025-06-01T12:00:00Z"));
        months(null).keepUp();
        jdbc.sql("analyze app.journal").update();
        assertThat(jdbc.sql("explain select * from app.journal where case_number = 'F-700001' and id < 1000000"
                                + " order by id desc limit 100")
                        .query(String.class)
                        .list())
                .noneMatch(line -> line.matches(".*Seq Scan on journal_2025_0[1-5].*"))
                .anyMatch(line -> line.contains("journal_2025_04_pkey"));
    }

    @Test
    void whatWasWrittenBeforeIsTakenOver() {
        var source = new DriverManagerDataSource(TestDatabase.create(), "postgres", "postgres");
        JdbcClient database = JdbcClient.create(source);
        var flyway = Flyway.configure().dataSource(source).schemas("app").locations("classpath:db/migration");
        flyway.target("101").load().migrate();
        database.sql("insert into app.journal (case_number, at, kind, actor, facts) select 'F-990001',"
                        + " timestamptz '2026-01-20 12:00Z' + n * interval '10 days', 'Old', 'kari', '{\"n\": 1}'"
                        + " from generate_series(1, 5) n")
                .update();

        flyway.target("latest").load().migrate();

        assertThat(database.sql("select id from app.journal order by at")
                        .query(Long.class)
                        .list())
                .containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(placesOf(database, "F-990001").values())
                .containsOnly("app.journal_2026_01", "app.journal_2026_02", "app.journal_2026_03");
        database.sql("insert into app.journal (case_number, at, kind, actor, facts)"
                        + " values ('F-990001', '2026-03-30', 'New', 'kari', '{}')")
                .update();
        assertThat(database.sql("select max(id) from app.journal")
                        .query(Long.class)
                        .single())
                .isEqualTo(6);
    }
}
