package no.forfall.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import no.forfall.home.ForfallHome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files that wait until their sender has said what their columns mean, each for its sender only, for a day. They are kept in
 * the database, since the next page may come from another node.
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

    /** A file that waits. */
    public record Waiting(UUID id, String kind, String name, String sender) {}

    /**
     * Lets a file wait. Of more than ten of one sender the oldest are removed.
     *
     * @return a number that cannot be guessed
     */
    @Transactional
    public UUID keep(String kind, IncomingFile file) {
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
        jdbc.sql("delete from app.waiting_file where id in"
                        + " (select id from app.waiting_file where sender = ? and id <> ? order by at desc offset ?)")
                .params(file.sender(), id, MOST_OF_A_SENDER - 1)
                .update();
        return id;
    }

    /** The file, or nothing when it is not this person's, was read, or has waited for a day. */
    public Optional<Waiting> find(UUID id, String person) {
        return jdbc.sql("select id, kind, name, sender from app.waiting_file"
                        + " where id = :id and sender = :person and at > :since")
                .param("id", id)
                .param("person", person)
                .param("since", Timestamp.from(clock.instant().minus(LONGEST)))
                .query(Waiting.class)
                .optional();
    }

    /** Does something with the bytes of a file, which lie on this node's disk meanwhile. */
    public <T> T open(Waiting file, Function<IncomingFile, T> work) {
        try {
            Path copy = Files.createTempFile(home.folder("incoming"), file.kind(), ".part");
            try {
                write(file.id(), copy);
                IncomingFile measured = IncomingFile.at(copy, file.sender());
                return work.apply(
                        new IncomingFile(file.name(), copy, measured.size(), measured.sha256(), file.sender(), null));
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
        jdbc.sql("delete from app.waiting_file where at <= ?")
                .param(Timestamp.from(clock.instant().minus(LONGEST)))
                .update();
    }
}
