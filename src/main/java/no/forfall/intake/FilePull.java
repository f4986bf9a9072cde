package no.forfall.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import no.forfall.home.ForfallHome;
import no.forfall.sftp.SftpLine;
import org.apache.sshd.sftp.client.SftpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Fetches files from servers into the inbox folders, where they are read as any other. A file is fetched when two looks
 * agree on its size and time. It leaves the server only after it lies whole in the inbox: a crash in between fetches it
 * again, and reading it again changes nothing.
 */
@Component
class FilePull {

    private static final Logger log = LoggerFactory.getLogger(FilePull.class);

    private final PullSettings settings;
    private final ForfallHome home;
    private final Map<String, Look> seen = new HashMap<>();

    FilePull(PullSettings settings, ForfallHome home) {
        this.settings = settings;
        this.home = home;
    }

    private record Look(long size, long modified) {}

    @Scheduled(fixedDelayString = "${forfall.intake.pull.every:PT5M}")
    @SchedulerLock(name = "file-pull")
    void round() {
        poll();
    }

    /** One look at every server; one that cannot be reached keeps no other from being asked. */
    synchronized void poll() {
        for (PullSettings.Source source : settings.sources()) {
            try (SftpLine line = source.sftp().open(settings.timeout())) {
                for (SftpClient.DirEntry file : waiting(line.sftp(), source)) {
                    fetchWhenWhole(line.sftp(), source, file);
                }
            } catch (IOException failed) {
                log.warn("No files could be fetched from {}: {}", source.sftp().host(), failed.getMessage());
            }
        }
    }

    private static List<SftpClient.DirEntry> waiting(SftpClient sftp, PullSettings.Source source) throws IOException {
        List<SftpClient.DirEntry> files = new ArrayList<>();
        for (SftpClient.DirEntry entry : sftp.readDir(source.sftp().folder())) {
            String name = entry.getFilename();
            if (entry.getAttributes().isRegularFile() && !name.startsWith(".") && !name.endsWith(".part")) {
                files.add(entry);
            }
        }
        return files;
    }

    private void fetchWhenWhole(SftpClient sftp, PullSettings.Source source, SftpClient.DirEntry file)
            throws IOException {
        String where = source.sftp().host() + " " + source.sftp().file(file.getFilename());
        Look now = new Look(
                file.getAttributes().getSize(),
                file.getAttributes().getModifyTime().toMillis());
        if (now.equals(seen.put(where, now))) {
            seen.remove(where);
            fetch(sftp, source, file.getFilename());
        }
    }

    private void fetch(SftpClient sftp, PullSettings.Source source, String name) throws IOException {
        Path inbox = home.folder("inbox/" + source.kind());
        Path target = inbox.resolve(name.replaceAll("[\\p{Cntrl}/\\\\]", "_"));
        if (Files.exists(target)) {
            log.info("{} stays on the server until the file of that name in the inbox is read", name);
            return;
        }
        Path part = Files.createTempFile(inbox, ".fetch", ".part");
        try {
            try (InputStream bytes = sftp.read(source.sftp().file(name))) {
                Files.copy(bytes, part, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        if (source.done() == null) {
            sftp.remove(source.sftp().file(name));
        } else {
            sftp.rename(source.sftp().file(name), source.done() + "/" + name);
        }
        log.info("Fetched {} from {}", name, source.sftp().host());
    }
}
