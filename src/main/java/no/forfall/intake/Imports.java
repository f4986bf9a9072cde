package no.forfall.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.forfall.home.ForfallHome;
import no.forfall.intake.reading.ColumnsMissing;
import no.forfall.intake.reading.Content;
import no.forfall.intake.reading.CsvField;
import no.forfall.intake.reading.CsvFile;
import no.forfall.intake.reading.CsvLine;
import no.forfall.intake.reading.CsvMapping;
import no.forfall.intake.reading.FieldRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes files, has them read by the importer of their kind, and keeps the reports. */
@Service
public class Imports {

    private final Map<String, Importer> importers;
    private final CsvMappings mappings;
    private final WaitingFiles waiting;
    private final RefusedLines refusedLines;
    private final KeptImports kept;
    private final Readings readings;
    private final IntakeSettings settings;
    private final ForfallHome home;

    Imports(
            List<Importer> importers,
            CsvMappings mappings,
            WaitingFiles waiting,
            RefusedLines refusedLines,
            KeptImports kept,
            Readings readings,
            IntakeSettings settings,
            ForfallHome home) {
        this.importers = importers.stream().collect(Collectors.toMap(Importer::kind, Function.identity()));
        this.mappings = mappings;
        this.waiting = waiting;
        this.refusedLines = refusedLines;
        this.kept = kept;
        this.readings = readings;
        this.settings = settings;
        this.home = home;
    }

    /** As the one with a mapping, for bytes that are not on disk under a path of ours, and with the mapping that fits. */
    public ImportReport receive(String kind, InputStream bytes, String name, String sender) {
        return receive(kind, bytes, name, sender, null);
    }

    /** As {@link #receive(String, IncomingFile, String)}, for bytes that are not on disk under a path of ours. */
    public ImportReport receive(String kind, InputStream bytes, String name, String sender, @Nullable String mapping) {
        return copied(kind, bytes, name, sender, file -> receive(kind, file, mapping));
    }

    /**
     * What became of a file that a person brought in; one of the three is not null.
     *
     * @param report when it was read
     * @param unnamed when it waits until the person has said what its columns mean
     * @param inTurn when it waits for its turn, since reading it takes a while
     */
    public record Received(
            @Nullable ImportReport report,
            @Nullable UUID unnamed,
            @Nullable UUID inTurn) {}

    /**
     * Takes a file from a person. A small one is read at once.
     *
     * @param mapping as for {@link #receive(String, IncomingFile, String)}
     * @param anew whether the person wants to say what the columns of a CSV file mean, also when somebody has before
     * @throws FileRefused when the file is seen to be broken as a whole; that is kept too
     */
    public Received bringIn(
            String kind, InputStream bytes, String name, String sender, @Nullable String mapping, boolean anew) {
        return copied(kind, bytes, name, sender, file -> {
            try {
                if (Content.of(file) == Content.CSV && (anew || !namesItsColumns(kind, file, mapping))) {
                    return new Received(null, waiting.keep(kind, file), null);
                }
                return isLarge(file)
                        ? new Received(null, null, waiting.queue(kind, file, mapping))
                        : new Received(read(kind, file, mapping), null, null);
            } catch (FileRefused refusal) {
                throw kept(kind, file, refusal);
            }
        });
    }

    private boolean namesItsColumns(String kind, IncomingFile file, @Nullable String mapping) {
        try {
            new CsvFile(mappings.onto(kind, file, mapping), csvFields(kind)).checkColumns();
            return true;
        } catch (ColumnsMissing unnamed) {
            return false;
        }
    }

    /** Whether a file is better read in its turn than while somebody waits for it. */
    public boolean isLarge(IncomingFile file) {
        return file.size() >= settings.inTurnFrom().toBytes();
    }

    /** Lets a file wait for its turn. What is wrong with it is told when it is read. */
    public UUID queue(String kind, InputStream bytes, String name, String sender, @Nullable String mapping) {
        importer(kind);
        return copied(kind, bytes, name, sender, file -> waiting.queue(kind, file, mapping));
    }

    private <T> T copied(String kind, InputStream bytes, String name, String sender, Function<IncomingFile, T> work) {
        try {
            Path copy = Files.createTempFile(home.folder("incoming"), kind, ".part");
            try {
                return work.apply(IncomingFile.copy(bytes, copy, name, sender));
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + name + " cannot be read", e);
        }
    }

    /**
     * Imports a file and keeps its report. Must not be called inside a transaction: lines are committed one by one.
     *
     * @param mapping the name of the one for a CSV file; null: the file's own when it has one, else one that was saved for
     *     the same columns
     * @throws FileRefused when the file is broken as a whole; that is kept too
     * @throws NoSuchElementException when there is no such kind
     */
    public ImportReport receive(String kind, IncomingFile file, @Nullable String mapping) {
        try {
            return read(kind, file, mapping);
        } catch (FileRefused refusal) {
            throw kept(kind, file, refusal);
        }
    }

    private ImportReport read(String kind, IncomingFile file, @Nullable String mapping) {
        Importer importer = importer(kind);
        IncomingFile mapped = mappings.onto(kind, file, mapping);
        ImportReport plain = readings.during(kind, file, () -> importer.read(mapped));
        ImportReport report = mapped.mapping() == null ? plain : plain.inTheWordsOf(mapped.mapping());
        long id = kept.keep(kind, file, report);
        return report.kept(id, refusedLines.keep(id, mapped, importer, report));
    }

    private FileRefused kept(String kind, IncomingFile file, FileRefused refusal) {
        return refusal.keptAs(kept.keep(kind, file, refusal));
    }

    private Importer importer(String kind) {
        Importer importer = importers.get(kind);
        if (importer == null) {
            throw new NoSuchElementException("There is no import of " + kind);
        }
        return importer;
    }

    /** What a line of a CSV file of that kind may say, the needed first. */
    public List<CsvField> csvFields(String kind) {
        return importer(kind).csvFields();
    }

    /**
     * What would become of a line.
     *
     * @param values as they are read; empty when nothing could be
     * @param refusal null when it would be taken
     */
    public record Attempt(
            int line, Map<String, String> values, @Nullable Finding refusal) {}

    /**
     * Tells what would become of the first lines of a CSV file with a mapping. Changes nothing.
     *
     * @throws FileRefused when the file is broken as a whole
     */
    public List<Attempt> tryOut(String kind, IncomingFile file, CsvMapping mapping, int most) {
        Importer importer = importer(kind);
        List<Attempt> attempts = new ArrayList<>();
        new CsvFile(file.with(mapping), importer.csvFields())
                .forFirst(
                        most,
                        line -> attempts.add(attempt(importer, line, mapping)),
                        bad -> attempts.add(
                                new Attempt(Objects.requireNonNull(bad.line()), Map.of(), bad.with(mapping))));
        return attempts;
    }

    private static Attempt attempt(Importer importer, CsvLine line, CsvMapping mapping) {
        try {
            importer.tryOut(line);
            return new Attempt(line.number(), line.values(), null);
        } catch (FieldRefused refused) {
            return new Attempt(
                    line.number(), line.values(), refused.at(line.number()).with(mapping));
        }
    }
}
