package no.forfall.payments.reading;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes texts of banks fit: they are for people, and a longer one is not worth a refusal. */
final class Cut {

    private Cut() {}

    /** The texts that are there, with a space between them, at most this long; null when there is none. */
    static @Nullable String to(int longest, @Nullable String... texts) {
        String joined = Arrays.stream(texts)
                .filter(text -> text != null && !text.isBlank())
                .map(String::strip)
                .collect(Collectors.joining(" "));
        if (joined.isEmpty()) {
            return null;
        }
        return joined.length() > longest ? joined.substring(0, longest - 1) + "…" : joined;
    }
}
