package no.forfall.sftp;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A folder on a server.
 *
 * @param fingerprint of the server's key, as {@code ssh-keygen -lf} prints it: {@code SHA256:…}
 */
public record SftpServer(
        String host,
        @DefaultValue("22") int port,
        String user,
        @Nullable String password,
        @Nullable Path keyFile,
        @DefaultValue(".") String folder,
        String fingerprint) {

    public SftpServer {
        if (host == null || user == null || fingerprint == null || (password == null && keyFile == null)) {
            throw new IllegalArgumentException(
                    "An SFTP server needs host, user, fingerprint, and password or key-file");
        }
    }

    /**
     * Signs in.
     *
     * @param timeout for each step
     * @throws IOException when the server cannot be reached, has another key, or does not know us
     */
    public SftpLine open(Duration timeout) throws IOException {
        return new SftpLine(this, timeout);
    }

    /** The path of a file in the folder. */
    public String file(String name) {
        return folder + "/" + name;
    }
}
