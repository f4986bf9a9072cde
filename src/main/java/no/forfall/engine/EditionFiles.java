package no.forfall.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import no.forfall.engine.closing.FileGate;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The house editions as they lie in the application: {@code processes} and {@code forms}. */
@Component
class EditionFiles {

    private final ResourcePatternResolver resources;

    EditionFiles(ResourcePatternResolver resources) {
        this.resources = resources;
    }

    /** Content by file name. File names are unique over all folders, since diagrams refer to forms by them. */
    Map<String, byte[]> all() {
        try {
            Map<String, byte[]> files = new LinkedHashMap<>();
            for (Resource resource : resources.getResources("classpath*:house/**/*")) {
                String name = resource.getFilename();
                if (name != null && FileGate.NAME.matcher(name).matches() && files.put(name, read(resource)) != null) {
                    throw new IllegalStateException("Two house files are called " + name);
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("The house editions cannot be read", e);
        }
    }

    private static byte[] read(Resource resource) throws IOException {
        try (var stream = resource.getInputStream()) {
            return stream.readAllBytes();
        }
    }
}
