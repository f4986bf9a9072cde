package no.forfall.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.forfall.engine.InvalidForm;
import no.forfall.identity.People;
import no.forfall.identity.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Filters of the work list that people have given a name. */
@Service
@Transactional
public class SavedFilters {

    /** How long a name may be. */
    public static final int LONGEST_NAME = 60;

    private final JdbcClient jdbc;
    private final People people;
    private final Undo undo;

    SavedFilters(JdbcClient jdbc, People people, Undo undo) {
        this.jdbc = jdbc;
        this.people = people;
        this.undo = undo;
    }

    /**
     * @param query the filter as the page's address has it, without a question mark
     * @param owner user name of whoever made it
     * @param shared whether the teams of its owner see it
     */
    public record SavedFilter(long id, String name, String query, String owner, boolean shared) {}

    /** A person's own, and what their teams share, by name. */
    @Transactional(readOnly = true)
    public List<SavedFilter> of(String person) {
        return jdbc.sql("select id, name, query, owner, teams <> '{}' as shared from app.saved_filter"
                        + " where owner = :person or teams && cast(:teams as varchar[]) order by lower(name), id")
                .param("person", person)
                .param("teams", teamsOf(person))
                .query(SavedFilters::row)
                .list();
    }

    private String[] teamsOf(String person) {
        Set<Role> roles = people.find(person).map(each -> each.roles()).orElse(Set.of());
        return roles.stream().map(Role::group).collect(Collectors.toSet()).toArray(String[]::new);
    }

    /**
     * Keeps a filter under a name; one of that person and name is replaced.
     *
     * @throws InvalidForm naming {@code name} when it is blank or too long
     */
    public void save(String person, String name, String query, boolean shared) {
        String kept = name.strip();
        if (kept.isEmpty() || kept.length() > LONGEST_NAME) {
            throw new InvalidForm(Map.of("name", kept.isEmpty() ? "form.required" : "form.limits"));
        }
        jdbc.sql("insert into app.saved_filter (owner, name, query, teams) values (:person, :name, :query, :teams)"
                        + " on conflict (owner, name) do update set query = excluded.query, teams = excluded.teams")
                .param("person", person)
                .param("name", kept)
                .param("query", query)
                .param("teams", shared ? teamsOf(person) : new String[0])
                .update();
    }

    /**
     * Only its owner deletes a filter; of others nothing happens.
     *
     * @return what was deleted, so that it can be undone
     */
    public Optional<SavedFilter> delete(long id, String person) {
        Optional<SavedFilter> deleted = jdbc.sql("delete from app.saved_filter where id = ? and owner = ?"
                        + " returning id, name, query, owner, teams <> '{}' as shared")
                .params(id, person)
                .query(SavedFilters::row)
                .optional();
        deleted.ifPresent(filter -> undo.keep(person, Undo.Kind.FILTER_DELETED, String.valueOf(id), filter));
        return deleted;
    }

    /** @return false when its owner has meanwhile given the name to another one, which stays */
    boolean restore(SavedFilter filter) {
        return jdbc.sql(
                                "insert into app.saved_filter (owner, name, query, teams) values (:person, :name, :query, :teams)"
                                        + " on conflict (owner, name) do nothing")
                        .param("person", filter.owner())
                        .param("name", filter.name())
                        .param("query", filter.query())
                        .param("teams", filter.shared() ? teamsOf(filter.owner()) : new String[0])
                        .update()
                > 0;
    }

    private static SavedFilter row(ResultSet row, int number) throws SQLException {
        return new SavedFilter(
                row.getLong("id"),
                row.getString("name"),
                row.getString("query"),
                row.getString("owner"),
                row.getBoolean("shared"));
    }
}
