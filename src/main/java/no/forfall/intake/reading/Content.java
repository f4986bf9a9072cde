package no.forfall.intake.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import no.forfall.intake.FileRefused;
import no.forfall.intake.IncomingFile;

/** What a file is, by its first bytes; its name does not matter. */
public enum Content {
    XML,
    CSV;

    private static final int HEAD = 8_192;

    /** @throws FileRefused when it is neither, saying what it is instead */
    public static Content of(IncomingFile file) {
        byte[] bytes;
        try (InputStream stream = file.open()) {
            bytes = stream.readNBytes(HEAD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String head = new String(bytes, StandardCharsets.ISO_8859_1);
        refuseOther(head);
        String text = head.startsWith("\u00ef\u00bb\u00bf") ? head.substring(3) : head;
        return text.stripLeading().startsWith("<") ? XML : CSV;
    }

    private static void refuseOther(String head) {
        if (head.isBlank()) {
            throw FileRefused.because("intake.file.empty");
        }
        if (head.startsWith("PK\u0003\u0004") || head.startsWith("\u001f\u008b") || head.startsWith("7z\u00bc\u00af")) {
            throw FileRefused.because("intake.file.packed");
        }
        if (head.startsWith("%PDF")) {
            throw FileRefused.because("intake.file.pdf");
        }
        if (head.startsWith("\u00fe\u00ff") || head.startsWith("\u00ff\u00fe")) {
            throw FileRefused.because("intake.file.utf16");
        }
        if (head.indexOf('\0') >= 0) {
            throw FileRefused.because("intake.file.binary");
        }
    }
}
