package no.forfall.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import no.forfall.intake.FileRefused;
import no.forfall.intake.IncomingFile;

/** A file with the bytes that the fuzzer thought of, always in the same place. */
public final class Fuzzed {

    private static final Path FILE = file();

    private Fuzzed() {}

    /** Reads the bytes as a file; that it is refused is an answer, everything else that is thrown is a finding. */
    public static void read(byte[] bytes, Consumer<IncomingFile> reader) {
        try {
            reader.accept(IncomingFile.copy(new ByteArrayInputStream(bytes), FILE, "fuzzed", "fuzzer"));
        } catch (FileRefused refused) {
            if (refused.reason().toString().isBlank()) {
                throw new IllegalStateException("Refused without a reason", refused);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with a beginning that has it taken for a format, so that the fuzzer does not have to find that out. */
    public static void read(String beginning, byte[] bytes, Consumer<IncomingFile> reader) {
        byte[] head = beginning.getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[head.length + bytes.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(bytes, 0, whole, head.length, bytes.length);
        read(whole, reader);
    }

    private static Path file() {
        try {
            Path file = Files.createTempFile("forfall-fuzz", ".file");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
