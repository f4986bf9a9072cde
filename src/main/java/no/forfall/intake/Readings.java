package no.forfall.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Tells people how far the files have come that are being read, on whichever node. Only what takes a while is told. The time
 * of a sign of life is the database's own, which neither a node's clock nor the time machine moves.
 */
@Service
public class Readings {

    private final Map<Key, Running> running = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;

    Readings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Key(String kind, String sha256) {}

    private static final class Running {

        private final IncomingFile file;
        private boolean seen;
        private boolean told;

        Running(IncomingFile file) {
            this.file = file;
        }
    }

    /** Does the reading of a file and tells meanwhile how far it is. */
    <T> T during(String kind, IncomingFile file, Supplier<T> work) {
        Key key = new Key(kind, file.sha256());
        Running reading = new Running(file);
        running.put(key, reading);
        try {
            return work.get();
        } finally {
            running.remove(key, reading);
            synchronized (reading) {
                if (reading.told) {
                    remove(key);
                }
            }
        }
    }

    /** A file is told from the second round on that meets it, so that short ones cost nothing. */
    @Scheduled(fixedDelayString = "${forfall.intake.tell-every:PT1S}")
    void tell() {
        running.forEach((key, reading) -> {
            synchronized (reading) {
                if (reading.seen && running.get(key) == reading) {
                    reading.told = true;
                    tell(key, reading.file);
                }
                reading.seen = true;
            }
        });
    }

    private void tell(Key key, IncomingFile file) {
        Progress progress = file.progress();
        jdbc.sql("insert into app.reading (kind, sha256, name, sender, size, bytes, accepted, known, refused, at)"
                        + " values (:kind, :sha256, :name, :sender, :size, :bytes, :accepted, :known, :refused, now())"
                        + " on conflict (kind, sha256) do update set bytes = :bytes, accepted = :accepted,"
                        + " known = :known, refused = :refused, at = now()")
                .param("kind", key.kind())
                .param("sha256", key.sha256())
                .param("name", file.name())
                .param("sender", file.sender())
                .param("size", file.size())
                .param("bytes", progress.bytes())
                .param("accepted", progress.accepted())
                .param("known", progress.known())
                .param("refused", progress.refused())
                .update();
    }

    private void remove(Key key) {
        jdbc.sql("delete from app.reading where kind = ? and sha256 = ?")
                .params(key.kind(), key.sha256())
                .update();
    }

    /**
     * A file that is being read.
     *
     * @param percent how much of it is gone through, from 0 to 100
     * @param checked whether it was found whole, so that its records are being taken
     * @param still whether it gave no sign of life for half a minute: its node has died or stands still
     */
    public record Reading(
            String kind,
            String name,
            String sender,
            int percent,
            boolean checked,
            long accepted,
            long known,
            long refused,
            boolean still) {}

    /** The files that are being read, by kind and name; those whose reading died a day ago are forgotten. */
    public List<Reading> now() {
        return jdbc.sql("select *, at < now() - interval '30 seconds' as still from app.reading order by kind, name")
                .query(Readings::row)
                .list();
    }

    private static Reading row(ResultSet row, int number) throws SQLException {
        long accepted = row.getLong("accepted");
        long known = row.getLong("known");
        long refused = row.getLong("refused");
        return new Reading(
                row.getString("kind"),
                row.getString("name"),
                row.getString("sender"),
                (int) Math.min(100, row.getLong("bytes") * 100 / Math.max(1, row.getLong("size"))),
                accepted + known + refused > 0,
                accepted,
                known,
                refused,
                row.getBoolean("still"));
    }

    @Scheduled(fixedDelayString = "${forfall.intake.clean-every:PT1H}")
    @SchedulerLock(name = "readings")
    void round() {
        removeOld();
    }

    void removeOld() {
        jdbc.sql("delete from app.reading where at < now() - interval '1 day'").update();
    }
}
