package no.forfall.home;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The two random passwords of the embedded database, in a file that only its owner may read. */
final class DatabaseSecrets {

    private static final String IN_FORCE = "inForce";

    private final Path file;
    private final Properties values;

    private DatabaseSecrets(Path file, Properties values) {
        this.file = file;
        this.values = values;
    }

    static DatabaseSecrets in(Path home) throws IOException {
        Path file = home.resolve("database.properties");
        Properties values = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            }
        } else {
            values.setProperty("owner", random());
            values.setProperty("application", random());
        }
        return new DatabaseSecrets(file, values);
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    String owner() {
        return values.getProperty("owner");
    }

    String application() {
        return values.getProperty("application");
    }

    boolean areInForce() {
        return values.containsKey(IN_FORCE);
    }

    void putInForce() throws IOException {
        values.setProperty(IN_FORCE, "true");
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (Writer writer = Files.newBufferedWriter(file)) {
            values.store(writer, "Passwords of the embedded database");
        }
    }
}
