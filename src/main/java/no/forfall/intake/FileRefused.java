package no.forfall.intake;

import no.forfall.intake.reading.Sentence;
import no.forfall.shared.LocalText;
import org.jspecify.annotations.Nullable;

/** A file is broken as a whole, and nothing of it was imported. */
public class FileRefused extends RuntimeException {

    private final LocalText reason;
    private final LocalText mend;
    private final @Nullable Long importId;

    public FileRefused(LocalText reason, LocalText mend) {
        this(reason, mend, null);
    }

    private FileRefused(LocalText reason, LocalText mend, @Nullable Long importId) {
        super(reason.en());
        this.reason = reason;
        this.mend = mend;
        this.importId = importId;
    }

    /** The same refusal once it is kept. */
    FileRefused keptAs(long id) {
        return (FileRefused) new FileRefused(reason, mend, id).initCause(this);
    }

    /** The number of the import as which it is kept; null while it is not. */
    public @Nullable Long importId() {
        return importId;
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
