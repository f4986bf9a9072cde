package no.forfall.intake.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import no.forfall.intake.FileRefused;
import no.forfall.intake.IncomingFile;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text file, UTF-8 where its bytes are that and ISO-8859-1 where not. Never keeps more than one line of
 * {@link #LONGEST} characters: of a longer one only the beginning is given, one character too long.
 */
public final class Lines implements AutoCloseable {

    public static final int LONGEST = 32_768;

    private final BufferedReader reader;
    private final Deque<String> givenBack = new ArrayDeque<>();
    private int number;

    private Lines(BufferedReader reader) {
        this.reader = reader;
    }

    /**
     * @param encoding null for the one that {@link #encoding} recognises
     * @throws FileRefused when the file is said to be UTF-8 and is not
     */
    static Lines of(IncomingFile file, @Nullable Encoding encoding) throws IOException {
        Encoding recognised = encoding(file);
        if (encoding == Encoding.UTF_8 && recognised != Encoding.UTF_8) {
            throw FileRefused.because("intake.mapping.encoding", encoding.label());
        }
        Charset charset = (encoding == null ? recognised : encoding).charset();
        BufferedReader reader = new BufferedReader(new InputStreamReader(file.open(), charset));
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        return new Lines(reader);
    }

    public static Lines of(IncomingFile file) throws IOException {
        return of(file, null);
    }

    /** UTF-8 where the bytes are that, else ISO-8859-1. */
    static Encoding encoding(IncomingFile file) throws IOException {
        char[] buffer = new char[65_536];
        try (InputStream bytes = file.open();
                Reader strict = new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder())) {
            while (strict.read(buffer) >= 0) {
                // a byte that is not UTF-8 ends the reading
            }
            return Encoding.UTF_8;
        } catch (CharacterCodingException notUtf8) {
            return Encoding.ISO_8859_1;
        }
    }

    /** The next line without its end, or null after the last. */
    public @Nullable String next() throws IOException {
        number++;
        return givenBack.isEmpty() ? read() : givenBack.pop();
    }

    private @Nullable String read() throws IOException {
        StringBuilder line = new StringBuilder();
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n' && c != '\r') {
            if (line.length() <= LONGEST) {
                line.append((char) c);
            }
            c = reader.read();
        }
        if (c == '\r') {
            reader.mark(1);
            if (reader.read() != '\n') {
                reader.reset();
            }
        }
        return line.toString();
    }

    /** The number of the line that {@link #next} gave last, from one. */
    public int number() {
        return number;
    }

    /** Lets {@link #next} give these lines again. */
    void giveBack(List<String> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            givenBack.push(lines.get(i));
        }
        number -= lines.size();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
