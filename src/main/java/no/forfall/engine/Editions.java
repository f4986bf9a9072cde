package no.forfall.engine;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Everything that is published: diagrams, decision tables and forms, in all their versions. */
public interface Editions {

    /** The newest edition of everything, by kind and name. */
    List<Edition> newest();

    /** All editions of one thing, newest first, at most two hundred. */
    List<Edition> history(Edition.Kind kind, String key);

    Optional<Edition> newest(Edition.Kind kind, String key);

    Optional<Edition> find(String editionId);

    /** The file as it was published. */
    Optional<byte[]> source(String editionId);

    /** How many processes run on each edition of a diagram, by the edition's id. */
    Map<String, Long> running();

    /** Reads a file as publishing would and reports what is wrong; changes nothing. */
    List<EditionFinding> check(String file, byte[] content);

    /**
     * Publishes a file as the next edition; cases that start afterwards follow it.
     *
     * @throws EditionRefused when the check finds errors; nothing is published then
     */
    Edition publish(String file, byte[] content, String author, String note);

    /** The name of what the edition publishes, in the reader's language where a process gives it. */
    String title(Edition edition, Locale language);

    /**
     * The name of an element in the reader's language: the diagram's property {@code name.sv} and so on, or its plain name.
     */
    String elementName(String process, String element, Locale language);
}
