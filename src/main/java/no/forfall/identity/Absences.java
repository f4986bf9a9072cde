package no.forfall.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.forfall.identity.AbsenceRefused.Fault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is away and who does the work meanwhile. Days are days in Oslo, which are those in Stockholm too. Nobody is away twice at
 * a time, and whoever covers is there.
 */
@Service
@Transactional
public class Absences {

    private static final int LONGEST_DAYS = 366;

    private final JdbcClient jdbc;
    private final People people;

    Absences(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /**
     * Says that somebody is away.
     *
     * @param firstDay may be over, for who fell ill
     * @throws AbsenceRefused naming what is wrong, and the day that is in the way
     */
    public void add(
            String person, LocalDate firstDay, LocalDate lastDay, String cover, String madeBy, LocalDate today) {
        if (lastDay.isBefore(firstDay)
                || lastDay.isBefore(today)
                || lastDay.isAfter(firstDay.plusDays(LONGEST_DAYS))
                || lastDay.isAfter(today.plusDays(2 * LONGEST_DAYS))) {
            throw new AbsenceRefused(Fault.DAYS, null);
        }
        if (!mayCover(person, cover)) {
            throw new AbsenceRefused(Fault.COVER, null);
        }
        // two who write at once would each not see the other's
        jdbc.sql("lock table app.absence in exclusive mode").update();
        refuse(Fault.TWICE, "person", person, firstDay, lastDay);
        refuse(Fault.COVER_AWAY, "person", cover, firstDay, lastDay);
        refuse(Fault.IS_COVER, "cover", person, firstDay, lastDay);
        jdbc.sql("insert into app.absence (person, first_day, last_day, cover, made_by) values (?, ?, ?, ?, ?)")
                .params(person, firstDay, lastDay, cover, madeBy)
                .update();
    }

    /** A colleague of the same work, or one who may do any. */
    private boolean mayCover(String person, String cover) {
        Optional<Person> away = people.find(person);
        Optional<Person> there = people.find(cover);
        if (person.equals(cover) || away.isEmpty() || there.isEmpty()) {
            return false;
        }
        Set<Role> shared = new HashSet<>(there.get().roles());
        boolean doesAny = shared.contains(Role.MANAGER) || shared.contains(Role.ADMIN);
        shared.retainAll(away.get().roles());
        return doesAny || !shared.isEmpty();
    }

    private void refuse(Fault fault, String column, String person, LocalDate firstDay, LocalDate lastDay) {
        jdbc.sql("select greatest(first_day, :first) from app.absence where " + column + " = :person"
                        + " and first_day <= :last and last_day >= :first order by first_day limit 1")
                .param("person", person)
                .param("first", firstDay)
                .param("last", lastDay)
                .query(LocalDate.class)
                .optional()
                .ifPresent(day -> {
                    throw new AbsenceRefused(fault, day);
                });
    }

    /** Those that are not over, the earliest first. */
    @Transactional(readOnly = true)
    public List<Absence> from(LocalDate today) {
        return jdbc.sql("select * from app.absence where last_day >= ? order by first_day, person limit 500")
                .param(today)
                .query(Absences::row)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Absence> find(long id) {
        return jdbc.sql("select * from app.absence where id = ?")
                .param(id)
                .query(Absences::row)
                .optional();
    }

    /** The person is back: what has begun ended yesterday, what has not is forgotten. */
    public void end(long id, LocalDate today) {
        jdbc.sql("delete from app.absence where id = ? and first_day >= ?")
                .params(id, today)
                .update();
        jdbc.sql("update app.absence set last_day = ? where id = ? and last_day >= ?")
                .params(today.minusDays(1), id, today)
                .update();
    }

    /** The user names of those whose work a person does on a day. */
    @Transactional(readOnly = true)
    public Set<String> coveredBy(String person, LocalDate day) {
        return Set.copyOf(
                jdbc.sql("select person from app.absence where cover = :cover and :day between first_day and last_day")
                        .param("cover", person)
                        .param("day", day)
                        .query(String.class)
                        .list());
    }

    private static Absence row(ResultSet row, int number) throws SQLException {
        return new Absence(
                row.getLong("id"),
                row.getString("person"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("cover"),
                row.getString("made_by"));
    }
}
