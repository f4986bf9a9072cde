package no.forfall.intake.reading;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How the letters of a file are written as bytes. */
public enum Encoding {
    UTF_8(StandardCharsets.UTF_8),
    ISO_8859_1(StandardCharsets.ISO_8859_1),
    WINDOWS_1252(Charset.forName("windows-1252"));

    private final Charset charset;

    Encoding(Charset charset) {
        this.charset = charset;
    }

    Charset charset() {
        return charset;
    }

    /** The name that programs use, such as ISO-8859-1. */
    public String label() {
        return charset.name();
    }
}
