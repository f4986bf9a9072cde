package no.forfall.correspondence.text;

import com.github.mustachejava.Code;
import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.codes.IterableCode;
import com.github.mustachejava.codes.NotIterableCode;
import com.github.mustachejava.codes.ValueCode;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The text of one kind of letter in one language: a subject line, an empty line, and paragraphs with tags. Only the tags of
 * {@link LetterField} and sections over them are understood.
 */
final class Template {

    private static final String SUBJECT = "Subject: ";
    private static final Set<String> KNOWN =
            Arrays.stream(LetterField.values()).map(LetterField::tag).collect(Collectors.toUnmodifiableSet());
    private static final Set<Class<? extends Code>> TAGS =
            Set.of(ValueCode.class, IterableCode.class, NotIterableCode.class);

    private final Mustache mustache;

    /**
     * @param required the fields it must use
     * @throws IllegalArgumentException when it has no subject, lacks a required field, uses one that does not exist, or threatens; the
     *     message names file and field
     */
    Template(String file, String source, Set<String> required) {
        if (!source.startsWith(SUBJECT) || !source.contains("\n\n")) {
            throw new IllegalArgumentException(file + " does not begin with a line \"Subject: …\" and an empty line");
        }
        Tone.threatIn(source).ifPresent(words -> {
            throw new IllegalArgumentException(file + " says \"" + words + "\", which reads as a threat; see Tone");
        });
        mustache = new PlainFactory().compile(new StringReader(source), file);
        Set<String> used = new HashSet<>();
        collect(file, mustache.getCodes(), used);
        Set<String> missing = new java.util.TreeSet<>(required);
        missing.removeAll(used);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(file + " does not use " + missing + ", which this letter must say");
        }
    }

    /** Plain text and comments have no name; partials and everything else that is no tag of ours have one. */
    private static void collect(String file, Code[] codes, Set<String> used) {
        for (Code code : codes == null ? new Code[0] : codes) {
            if (TAGS.contains(code.getClass())) {
                if (!KNOWN.contains(code.getName())) {
                    throw new IllegalArgumentException(file + " uses the unknown field " + code.getName());
                }
                used.add(code.getName());
            } else if (code.getName() != null) {
                throw new IllegalArgumentException(file + " uses a tag that letters do not have: " + code.getName());
            }
            collect(file, code.getCodes(), used);
        }
    }

    Wording fill(Map<String, Object> fields) {
        StringWriter filled = new StringWriter();
        mustache.execute(filled, clean(fields));
        String[] parts = filled.toString().split("\n\n+", 2);
        List<Block> blocks = Arrays.stream(parts[1].split("\n\\s*\n"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .map(Block::of)
                .toList();
        return new Wording(parts[0].substring(SUBJECT.length()).strip(), blocks);
    }

    /** A name or description is one line of plain characters, so that it can make neither a header nor a paragraph. */
    private static Map<String, Object> clean(Map<String, Object> fields) {
        return fields.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        field -> field.getValue() instanceof String text && text.length() > 1
                                ? PlainText.clean(text)
                                : field.getValue()));
    }

    /** Letters are plain text until they are given their shape, and read no other file. */
    private static final class PlainFactory extends DefaultMustacheFactory {

        PlainFactory() {
            super(name -> {
                throw new IllegalArgumentException("A letter cannot include another file: " + name);
            });
        }

        @Override
        public void encode(String value, Writer writer) {
            try {
                writer.write(value);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
