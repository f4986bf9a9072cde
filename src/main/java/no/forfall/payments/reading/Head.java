package no.forfall.payments.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import no.forfall.intake.FileRefused;
import no.forfall.intake.IncomingFile;
import no.forfall.intake.reading.Content;

/**
 * The beginning of a file, which tells its format.
 *
 * @param content whether it is XML
 * @param text the first characters, without byte-order mark and leading blanks, each byte as one character
 */
public record Head(Content content, String text) {

    private static final int LENGTH = 8_192;

    /** @throws FileRefused when it is no text, saying what it is instead */
    static Head of(IncomingFile file) {
        Content content = Content.of(file);
        try (InputStream bytes = file.open()) {
            String text = new String(bytes.readNBytes(LENGTH), StandardCharsets.ISO_8859_1);
            String withoutMark = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
            return new Head(content, withoutMark.stripLeading());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
