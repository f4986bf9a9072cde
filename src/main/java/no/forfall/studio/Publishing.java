package no.forfall.studio;

import java.util.List;
import java.util.NoSuchElementException;
import no.forfall.engine.Edition;
import no.forfall.engine.EditionFinding;
import no.forfall.engine.EditionFinding.Severity;
import no.forfall.engine.EditionRefused;
import no.forfall.engine.Editions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishes the next edition of something that is there already, under the file name it has. */
@Service
@Transactional
public class Publishing {

    private final Editions editions;

    Publishing(Editions editions) {
        this.editions = editions;
    }

    /** @throws NoSuchElementException when nothing of the kind has that key */
    @Transactional(readOnly = true)
    public Edition newest(Edition.Kind kind, String key) {
        return editions.newest(kind, key)
                .orElseThrow(() -> new NoSuchElementException("There is no " + kind + " '" + key + "'"));
    }

    /** What is wrong with the content as the next edition; empty when nothing is. */
    public List<EditionFinding> check(Edition current, byte[] content) {
        return editions.check(current.file(), content);
    }

    /**
     * Publishes the content as the next edition of the same process, table or form.
     *
     * @throws EditionRefused when the check finds errors, or when the content is something else; nothing is published then
     */
    public Edition publish(Edition current, byte[] content, String author, String note) {
        Edition published = editions.publish(current.file(), content, author, note);
        if (!published.key().equals(current.key()) || published.kind() != current.kind()) {
            throw new EditionRefused(List.of(new EditionFinding(
                    null,
                    0,
                    "The file holds '" + published.key() + "'; this is the place of '" + current.key() + "'",
                    Severity.ERROR)));
        }
        return published;
    }

    /**
     * Publishes an older edition once more, as the newest.
     *
     * @throws NoSuchElementException when there is no such version
     */
    public Edition rollBack(Edition current, int version, String author, String note) {
        byte[] source = editions.history(current.kind(), current.key()).stream()
                .filter(edition -> edition.version() == version)
                .findFirst()
                .flatMap(edition -> editions.source(edition.id()))
                .orElseThrow(() -> new NoSuchElementException("There is no version " + version));
        return publish(current, source, author, note);
    }
}
