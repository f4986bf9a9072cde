package no.forfall.intake;

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
import no.forfall.home.ForfallHome;
import no.forfall.identity.CurrentPerson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Imports what is put into the inbox folders. A file is taken when two looks agree on its size and time, so that one that
 * is still being written is left alone. It is moved aside only after its import is kept: a crash in between imports it
 * again, which changes nothing. Nodes look one after the other, since the folders may be the same.
 */
@Component
class InboxWatch {

    static final String DONE = "done";
    static final String REFUSED = "refused";

    private static final Logger log = LoggerFactory.getLogger(InboxWatch.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Imports imports;
    private final KeptImports kept;
    private final CsvMappings mappings;
    private final ForfallHome home;
    private final IntakeSettings settings;
    private final Clock clock;
    private final Map<Path, Look> seen = new HashMap<>();

    InboxWatch(
            Imports imports,
            KeptImports kept,
            CsvMappings mappings,
            ForfallHome home,
            IntakeSettings settings,
            Clock clock) {
        this.imports = imports;
        this.kept = kept;
        this.mappings = mappings;
        this.home = home;
        this.settings = settings;
        this.clock = clock;
    }

    private record Look(long size, long modified) {}

    @Scheduled(fixedDelayString = "${forfall.intake.watch-every:PT3S}")
    @SchedulerLock(name = "inbox")
    void look() throws IOException {
        if (settings.watch()) {
            poll();
        }
    }

    /** One look at both folders, and at those in them that are called as a mapping. */
    synchronized void poll() throws IOException {
        for (String kind : List.of(Importer.INVOICES, Importer.PAYMENTS)) {
            Path inbox = home.folder("inbox/" + kind);
            look(kind, inbox, null);
            for (String mapping : mappings.names(kind)) {
                if (Files.isDirectory(inbox.resolve(mapping))) {
                    look(kind, inbox.resolve(mapping), mapping);
                }
            }
        }
        seen.keySet().removeIf(file -> !Files.exists(file));
    }

    private void look(String kind, Path folder, @Nullable String mapping) throws IOException {
        for (Path file : waiting(folder)) {
            Look now =
                    new Look(Files.size(file), Files.getLastModifiedTime(file).toMillis());
            if (now.equals(seen.put(file, now))) {
                seen.remove(file);
                take(kind, file, mapping);
            }
        }
    }

    private static List<Path> waiting(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private void take(String kind, Path file, @Nullable String mapping) throws IOException {
        try {
            refuseTooLarge(file);
            ImportReport report = imports.receive(kind, IncomingFile.at(file, CurrentPerson.NOBODY), mapping);
            moveAside(file, DONE, kept.text(report));
        } catch (FileRefused refusal) {
            moveAside(file, REFUSED, kept.text(refusal));
        } catch (IOException | RuntimeException e) {
            log.error("The file {} stays in the inbox; it is tried again", file, e);
        }
    }

    private void refuseTooLarge(Path file) throws IOException {
        if (Files.size(file) > settings.largest().toBytes()) {
            throw FileRefused.because("intake.file.large", settings.largest().toMegabytes());
        }
    }

    private void moveAside(Path file, String folder, String report) throws IOException {
        Path target = Files.createDirectories(file.resolveSibling(folder))
                .resolve(STAMP.format(clock.instant()) + "-" + file.getFileName());
        Files.writeString(target.resolveSibling(target.getFileName() + ".report.json"), report);
        Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        log.info("The file {} is {}, its report is beside it", target, folder);
    }
}
