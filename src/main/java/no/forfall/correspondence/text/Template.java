package no.forfall.correspondence.text;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The text of one kind of letter in one language: a subject line, an empty line, and paragraphs with tags; one that has
 * passed {@link TextGate}.
 *
 * @param version of a published text; 0 for the house's own
 * @param shortText its section for a text message; null when it has none
 */
record Template(Mustache mustache, int version, @Nullable String shortText) {

    static Template of(String name, String source, int version) {
        return new Template(
                compile(name, ShortText.without(source)),
                version,
                ShortText.in(source).orElse(null));
    }

    /** @throws IllegalArgumentException when the text wants to include another file */
    static Mustache compile(String name, String source) {
        return new PlainFactory().compile(new StringReader(source), name);
    }

    Wording fill(Map<String, Object> fields) {
        StringWriter filled = new StringWriter();
        mustache.execute(filled, clean(fields));
        String[] parts = filled.toString().split("\n\n+", 2);
        List<String> paragraphs = Arrays.stream(parts[1].split("\n\\s*\n"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
        return new Wording(parts[0].substring(TextGate.SUBJECT.length()).strip(), paragraphs);
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
