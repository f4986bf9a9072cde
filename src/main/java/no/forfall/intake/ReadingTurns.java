package no.forfall.intake;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import no.forfall.intake.WaitingFiles.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reads the files that wait for their turn, one after the other, on one node at a time. When a node dies, another reads the
 * file again, which changes nothing about what is in the books, and completes it.
 */
@Component
class ReadingTurns {

    private static final Logger log = LoggerFactory.getLogger(ReadingTurns.class);

    private final WaitingFiles waiting;
    private final Imports imports;

    ReadingTurns(WaitingFiles waiting, Imports imports) {
        this.waiting = waiting;
        this.imports = imports;
    }

    @Scheduled(fixedDelayString = "${forfall.intake.turn-every:PT2S}")
    @SchedulerLock(name = "reading-turns")
    void round() {
        readAll();
    }

    /** Also those that come while one is read. One that cannot be read now is tried again in the next round. */
    void readAll() {
        Set<UUID> tried = new HashSet<>();
        for (Optional<Waiting> next = next(tried); next.isPresent(); next = next(tried)) {
            Waiting file = next.get();
            tried.add(file.id());
            try {
                waiting.read(file.id(), read(file));
            } catch (RuntimeException e) {
                log.error("The file {} waits on; it is tried again", file.name(), e);
            }
        }
    }

    private Optional<Waiting> next(Set<UUID> tried) {
        return waiting.queued().stream()
                .filter(file -> !tried.contains(file.id()))
                .findFirst();
    }

    private long read(Waiting file) {
        return waiting.open(file, bytes -> {
            try {
                ImportReport report = imports.receive(file.kind(), bytes, file.mapping());
                return Objects.requireNonNull(report.kept()).id();
            } catch (FileRefused refusal) {
                return Objects.requireNonNull(refusal.importId());
            }
        });
    }
}
