package no.forfall.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import no.forfall.intake.reading.CsvMapping;
import no.forfall.shared.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A file that someone brings in.
 *
 * @param name as the sender calls it; for people only, nothing is decided by it
 * @param path where its bytes are while it is read
 * @param size in bytes
 * @param sha256 of its bytes, in hexadecimal
 * @param sender a person's user name, or {@code forfall} for the watched folder
 * @param mapping how the columns of a CSV file become ours; null for a file that needs none
 * @param progress how far it is read
 */
public record IncomingFile(
        String name,
        Path path,
        long size,
        String sha256,
        String sender,
        @Nullable CsvMapping mapping,
        Progress progress) {

    private static final int LONGEST_NAME = 200;

    public IncomingFile {
        name = name.replaceAll("[\\p{Cntrl}/\\\\]", "_");
        name = name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    }

    /** The same file, to be read with a mapping. */
    public IncomingFile with(CsvMapping way) {
        return new IncomingFile(name, path, size, sha256, sender, way, progress);
    }

    /** The same file under the name that its sender gave it. */
    IncomingFile called(String other) {
        return new IncomingFile(other, path, size, sha256, sender, mapping, progress);
    }

    /** Its bytes from the first on. */
    public InputStream open() throws IOException {
        return progress.follow(Files.newInputStream(path));
    }

    /** Copies a stream to a file and measures it on the way. */
    public static IncomingFile copy(InputStream bytes, Path target, String name, String sender) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (OutputStream out = Files.newOutputStream(target)) {
            long size = new DigestInputStream(bytes, digest).transferTo(out);
            return measured(name, target, size, digest, sender);
        }
    }

    /** Measures a file where it lies. */
    public static IncomingFile at(Path path, String sender) throws IOException {
        try (InputStream bytes = Files.newInputStream(path)) {
            MessageDigest digest = Sha256.digest();
            long size = new DigestInputStream(bytes, digest).transferTo(OutputStream.nullOutputStream());
            return measured(path.getFileName().toString(), path, size, digest, sender);
        }
    }

    private static IncomingFile measured(String name, Path path, long size, MessageDigest digest, String sender) {
        return new IncomingFile(
                name, path, size, HexFormat.of().formatHex(digest.digest()), sender, null, new Progress());
    }
}
