package no.forfall.intake;

import no.forfall.intake.reading.Sentence;
import no.forfall.shared.LocalText;

/** A file is broken as a whole, and nothing of it was imported. */
public class FileRefused extends RuntimeException {

    private final LocalText reason;
    private final LocalText mend;

    public FileRefused(LocalText reason, LocalText mend) {
        super(reason.en());
        this.reason = reason;
        this.mend = mend;
    }

    /**
     * A refusal with the sentences of {@code messages/intake}: the key itself for the reason, with {@code .mend} behind it
     * for the mend.
     */
    public static FileRefused because(String key, Object... arguments) {
        return new FileRefused(Sentence.of(key, arguments), Sentence.of(key + ".mend", arguments));
    }

    public LocalText reason() {
        return reason;
    }

    public LocalText mend() {
        return mend;
    }
}
