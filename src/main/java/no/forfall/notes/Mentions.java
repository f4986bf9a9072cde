package no.forfall.notes;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.identity.Role;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom notes call by {@code @} and a user name, and whether that person has seen it. */
@Service
@Transactional
public class Mentions {

    /** Not in the middle of a word, so that a mail address calls nobody. */
    private static final Pattern CALL =
            Pattern.compile("(?<![\\p{L}\\p{N}._@-])@([\\p{L}\\p{N}][\\p{L}\\p{N}.-]{0,99})");

    /** Whoever may open a case. */
    private static final Set<Role> READERS =
            Set.of(Role.HANDLER, Role.MANAGER, Role.ADMIN, Role.SALES, Role.LOGISTICS, Role.PRICING);

    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;

    Mentions(JdbcClient jdbc, People people, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    /**
     * A note that calls a person.
     *
     * @param text null once it is erased
     * @param author user name
     */
    public record Mention(
            CaseNumber caseNumber,
            String debtor,
            @Nullable String text,
            String author,
            Instant writtenAt,
            boolean read) {}

    /**
     * Whom a text calls.
     *
     * @param people user names, in the order of the text
     * @param unknown what stands behind an {@code @} and names nobody who may open a case
     */
    public record Called(List<String> people, List<String> unknown) {}

    /** Everyone who can be called, by name. */
    @Transactional(readOnly = true)
    public List<Person> callable() {
        return people.all().stream()
                .filter(person -> person.roles().stream().anyMatch(READERS::contains))
                .toList();
    }

    /** Reads a text; a full stop or hyphen at the end of a name is not part of it. */
    @Transactional(readOnly = true)
    public Called in(String text) {
        Map<String, Person> known =
                callable().stream().collect(Collectors.toMap(Person::userName, Function.identity()));
        Set<String> called = new LinkedHashSet<>();
        Set<String> unknown = new LinkedHashSet<>();
        CALL.matcher(text).results().forEach(found -> {
            String name = found.group(1).replaceFirst("[.-]+$", "").toLowerCase(Locale.ROOT);
            (known.containsKey(name) ? called : unknown).add(name);
        });
        return new Called(List.copyOf(called), List.copyOf(unknown));
    }

    /** Nobody is called twice by one note, nor by oneself. */
    void call(long noteId, String author, List<String> userNames) {
        jdbc.sql("insert into app.mention (note_id, person) select :note, person from unnest(:people) as person"
                        + " where person <> :author on conflict do nothing")
                .param("note", noteId)
                .param("people", userNames.toArray(String[]::new))
                .param("author", author)
                .update();
    }

    /** How many a person has not seen; those of erased notes are none. */
    @Transactional(readOnly = true)
    public long unread(String person) {
        return jdbc.sql("select count(*) from app.mention where person = ? and read_at is null")
                .param(person)
                .query(Long.class)
                .single();
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Mention> of(String person, int most) {
        return of(person, "", most);
    }

    /** Those that the person has not seen, the newest first. */
    @Transactional(readOnly = true)
    public List<Mention> unseen(String person, int most) {
        return of(person, " and m.read_at is null", most);
    }

    private List<Mention> of(String person, String condition, int most) {
        return jdbc.sql("""
                        select n.case_number, d.name, n.words, n.author, n.written_at, m.read_at is not null as seen
                        from app.mention m join app.note n on n.id = m.note_id
                        join app.collection_case c on c.number = n.case_number
                        join app.invoice i on i.id = c.invoice_id join app.debtor d on d.id = i.debtor_id
                        where m.person = ?%s order by m.note_id desc limit ?
                        """.formatted(condition))
                .params(person, most)
                .query((row, number) -> new Mention(
                        new CaseNumber(row.getString("case_number")),
                        row.getString("name"),
                        row.getString("words"),
                        row.getString("author"),
                        row.getTimestamp("written_at").toInstant(),
                        row.getBoolean("seen")))
                .list();
    }

    /** A person has the case open, and with it every note that calls that person there. */
    public void opened(CaseNumber number, String person) {
        jdbc.sql("update app.mention m set read_at = :now from app.note n where n.id = m.note_id"
                        + " and m.person = :person and m.read_at is null and n.case_number = :case")
                .param("now", Timestamp.from(clock.instant()))
                .param("person", person)
                .param("case", number.value())
                .update();
    }

    /** What was erased calls nobody any more. */
    void forget(long noteId) {
        jdbc.sql("delete from app.mention where note_id = ?").param(noteId).update();
    }
}
