package no.forfall.notes;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The name of a file, without what could lead elsewhere, hide its ending or break a line. */
final class FileName {

    private static final int LONGEST = 100;

    private FileName() {}

    /** What is left of a name that came from outside, to be shown; never empty. */
    static String clean(@Nullable String given) {
        String name =
                given == null ? "" : given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        name = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]", "")
                .replaceAll("[<>:\"|?*%;]", "_")
                .replaceAll("\\s+", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
        if (name.length() > LONGEST) {
            String ending = ending(name);
            String kept = ending.length() > 0 && ending.length() < 10 ? "." + ending : "";
            name = name.substring(0, LONGEST - kept.length()) + kept;
        }
        return name.isEmpty() ? "file" : name;
    }

    /** The same with the ending of what the file really is. */
    static String fitting(String clean, FileKind kind) {
        String ending = ending(clean);
        if (kind.isNamed(ending.toLowerCase(Locale.ROOT))) {
            return clean;
        }
        boolean known = !ending.isEmpty() && ending.length() <= 5;
        return (known ? clean.substring(0, clean.length() - ending.length() - 1) : clean) + "." + kind.ending();
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1);
    }
}
