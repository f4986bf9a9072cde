package no.forfall.notes;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.Tika;

/** The kinds of file that are kept. None of them runs by being opened, as a document with macros would. */
public enum FileKind {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    TEXT("text/plain", "txt"),
    MAIL("message/rfc822", "eml");

    private static final Tika TIKA = new Tika();

    private final String mediaType;
    private final String ending;
    private final Set<String> endings;

    FileKind(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.ending = endings[0];
        this.endings = Set.of(endings);
    }

    /** Decides by the content alone; empty when it is none of these, or no content at all. */
    static Optional<FileKind> of(byte[] content) {
        String found = TIKA.detect(content);
        return content.length == 0
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(kind -> kind.mediaType.equals(found))
                        .findFirst();
    }

    public String mediaType() {
        return mediaType;
    }

    String ending() {
        return ending;
    }

    boolean isNamed(String ending) {
        return endings.contains(ending);
    }
}
