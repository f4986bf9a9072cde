package no.forfall.correspondence;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import no.forfall.correspondence.bounce.BouncedMail;
import no.forfall.home.ForfallHome;
import no.forfall.identity.CurrentPerson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes the reports of mail servers that are put into the folder {@code inbox/returned} of the home. A file is taken when two
 * looks agree on its size and time, and moved aside with its result beside it: into {@code done}, or {@code refused} when it
 * is of no use.
 */
@Component
class BounceInbox {

    private static final Logger log = LoggerFactory.getLogger(BounceInbox.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final BouncedMail mail;
    private final ForfallHome home;
    private final ObjectMapper json;
    private final Clock clock;
    private final boolean watches;
    private final Map<Path, Look> seen = new HashMap<>();

    BounceInbox(
            BouncedMail mail,
            ForfallHome home,
            ObjectMapper json,
            Clock clock,
            @Value("${forfall.intake.watch:true}") boolean watches) {
        this.mail = mail;
        this.home = home;
        this.json = json;
        this.clock = clock;
        this.watches = watches;
    }

    private record Look(long size, long modified) {}

    @Scheduled(fixedDelayString = "${forfall.intake.watch-every:PT3S}")
    @SchedulerLock(name = "returned-mail")
    void look() throws IOException {
        if (watches) {
            poll();
        }
    }

    /** One look at the folder. */
    synchronized void poll() throws IOException {
        for (Path file : waiting(home.folder("inbox/returned"))) {
            Look now =
                    new Look(Files.size(file), Files.getLastModifiedTime(file).toMillis());
            if (now.equals(seen.put(file, now))) {
                seen.remove(file);
                take(file);
            }
        }
        seen.keySet().removeIf(file -> !Files.exists(file));
    }

    private static List<Path> waiting(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private void take(Path file) {
        try {
            moveAside(file, mail.take(begin(file), CurrentPerson.NOBODY));
        } catch (IOException | RuntimeException e) {
            log.error("The file {} stays in the inbox; it is tried again", file, e);
        }
    }

    /** One byte more than is taken shows that it is too large. */
    private static byte[] begin(Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            return content.readNBytes(BouncedMail.LARGEST + 1);
        }
    }

    private void moveAside(Path file, BouncedMail.Result result) throws IOException {
        Path target = Files.createDirectories(file.resolveSibling(result.isRefused() ? "refused" : "done"))
                .resolve(STAMP.format(clock.instant()) + "-" + file.getFileName());
        Files.writeString(
                target.resolveSibling(target.getFileName() + ".report.json"), json.writeValueAsString(result));
        Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        log.info("The file {} is taken: {}", target, result.outcome());
    }
}
