package no.forfall.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import no.forfall.home.ForfallHome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files that wait: until their sender has said what their columns mean, each for its sender only, for a day; or for their
 * turn to be read, as long as it takes. They are kept in the database, since nodes share no disk.
 */
@Service
public class WaitingFiles {

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int MOST_OF_A_SENDER = 10;
    private static final int PART = 1 << 20;

    private final JdbcClient jdbc;
    private final ForfallHome home;
    private final Clock clock;

    WaitingFiles(JdbcClient jdbc, ForfallHome home, Clock clock) {
        this.jdbc = jdbc;
        this.home = home;
        this.clock = clock;
    }

    /**
     * A file that waits.
     *
     * @param mapping the name of the one with which it is to be read; null for the one that fits
     */
    public record Waiting(
            UUID id,
            String kind,
            String name,
            String sender,
            @Nullable String mapping) {}

    /**
     * Lets a file wait for its sender. Of more than ten of one sender the oldest are removed.
     *
     * @return a number that cannot be guessed
     */
    @Transactional
    public UUID keep(String kind, IncomingFile file) {
        UUID id = insert(kind, file);
        jdbc.sql("delete from app.waiting_file where id in (select id from app.waiting_file"
                        + " where sender = ? and id <> ? and not turn order by at desc offset ?)")
                .params(file.sender(), id, MOST_OF_A_SENDER - 1)
                .update();
        return id;
    }

    /** Lets a file wait for its turn, to be read with the mapping of that name or the one that fits. */
    @Transactional
    public UUID queue(String kind, IncomingFile file, @Nullable String mapping) {
        UUID id = insert(kind, file);
        queue(id, mapping);
        return id;
    }

    /** Lets a file that waited for its sender wait for its turn. */
    public void queue(UUID id, @Nullable String mapping) {
        jdbc.sql("update app.waiting_file set turn = true, mapping = :mapping where id = :id")
                .param("mapping", mapping == null || mapping.isBlank() ? null : mapping, Types.VARCHAR)
                .param("id", id)
                .update();
    }

    private UUID insert(String kind, IncomingFile file) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into app.waiting_file (id, kind, name, sender, at) values (?, ?, ?, ?, ?)")
                .params(id, kind, file.name(), file.sender(), Timestamp.from(clock.instant()))
                .update();
        try (InputStream bytes = Files.newInputStream(file.path())) {
            int part = 0;
            for (byte[] next = bytes.readNBytes(PART); next.length > 0; next = bytes.readNBytes(PART)) {
                jdbc.sql("insert into app.waiting_file_part (file_id, part, bytes) values (?, ?, ?)")
                        .params(id, part++, next)
                        .update();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return id;
    }

    /** The file, or nothing when it is not this person's, was read, or has waited for a day. */
    public Optional<Waiting> find(UUID id, String person) {
        return jdbc.sql("select id, kind, name, sender, mapping from app.waiting_file"
                        + " where id = :id and sender = :person and at > :since and not turn")
                .param("id", id)
                .param("person", person)
                .param("since", Timestamp.from(clock.instant().minus(LONGEST)))
                .query(Waiting.class)
                .optional();
    }

    /** The files that wait for their turn, the first first. */
    public List<Waiting> queued() {
        return jdbc.sql("select id, kind, name, sender, mapping from app.waiting_file"
                        + " where turn and import_id is null order by at, id")
                .query(Waiting.class)
                .list();
    }

    /** Its bytes are not needed any more. */
    @Transactional
    public void read(UUID id, long importId) {
        jdbc.sql("update app.waiting_file set import_id = ? where id = ?")
                .params(importId, id)
                .update();
        jdbc.sql("delete from app.waiting_file_part where file_id = ?")
                .param(id)
                .update();
    }

    /**
     * What became of a file that was to wait for its turn.
     *
     * @param importId null while it was not read
     */
    public record Turn(Waiting file, @Nullable Long importId) {}

    /** The same for a day after it was read; nothing when there is no such file of this person. */
    public Optional<Turn> turn(UUID id, String person) {
        return jdbc.sql("select id, kind, name, sender, mapping, import_id from app.waiting_file"
                        + " where id = ? and sender = ? and turn")
                .params(id, person)
                .query((row, number) -> new Turn(
                        new Waiting(
                                id,
                                row.getString("kind"),
                                row.getString("name"),
                                row.getString("sender"),
                                row.getString("mapping")),
                        row.getObject("import_id", Long.class)))
                .optional();
    }

    /** Does something with the bytes of a file, which lie on this node's disk meanwhile. */
    public <T> T open(Waiting file, Function<IncomingFile, T> work) {
        try {
            Path copy = Files.createTempFile(home.folder("incoming"), file.kind(), ".part");
            try {
                write(file.id(), copy);
                return work.apply(IncomingFile.at(copy, file.sender()).called(file.name()));
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(UUID id, Path copy) throws IOException {
        try (OutputStream out = Files.newOutputStream(copy)) {
            for (int part = 0; ; part++) {
                Optional<byte[]> bytes = jdbc.sql(
                                "select bytes from app.waiting_file_part where file_id = ? and part = ?")
                        .params(id, part)
                        .query((row, number) -> row.getBytes(1))
                        .optional();
                if (bytes.isEmpty()) {
                    return;
                }
                out.write(bytes.get());
            }
        }
    }

    public void remove(UUID id) {
        jdbc.sql("delete from app.waiting_file where id = ?").param(id).update();
    }

    @Scheduled(fixedDelayString = "${forfall.intake.clean-every:PT1H}")
    @SchedulerLock(name = "waiting-files")
    void round() {
        removeOld();
    }

    void removeOld() {
        jdbc.sql("delete from app.waiting_file where at <= ? and (not turn or import_id is not null)")
                .param(Timestamp.from(clock.instant().minus(LONGEST)))
                .update();
    }
}
