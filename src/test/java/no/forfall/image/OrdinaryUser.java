package no.forfall.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs programs as someone who is not root, as containers do: {@code daemon} when root tests, otherwise whoever tests. */
public final class OrdinaryUser {

    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private OrdinaryUser() {}

    public static String name() {
        return ROOT ? "daemon" : System.getProperty("user.name");
    }

    /** A new empty folder that belongs to this user. */
    public static Path folder(Path parent, String name) throws IOException {
        Path folder = Files.createDirectory(parent.resolve(name));
        own(folder);
        return folder;
    }

    public static void own(Path path) throws IOException {
        Files.setOwner(
                path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name()));
    }

    /** Starts a program with this environment and no other, and lets it write to the end of a file. */
    public static Process start(List<String> command, Path folder, Map<String, String> environment, Path log)
            throws IOException {
        List<String> all = new ArrayList<>();
        if (ROOT) {
            all.addAll(List.of("setpriv", "--reuid=" + name(), "--regid=" + name(), "--clear-groups", "--"));
        }
        all.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(all)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        String path = Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH");
        builder.environment().clear();
        builder.environment().put("PATH", path);
        builder.environment().putAll(environment);
        return builder.start();
    }
}
