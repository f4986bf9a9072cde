package no.forfall.engine.closing;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Parse;
import org.camunda.bpm.engine.impl.util.xml.Parser;

/** Reads XML with the engine's own parser, which keeps lines and takes no document type. */
public final class XmlFile {

    private XmlFile() {}

    /**
     * The root element; tags and attributes carry the prefixes of the file.
     *
     * @throws IllegalArgumentException when it is not well-formed or has a document type
     */
    public static Element read(byte[] content) {
        Parse parse = new Parser() {
            @Override
            public Parse createParse() {
                return new Parse(this) {};
            }
        }.createParse();
        parse.setSchemaResource(null);
        try {
            parse.sourceInputStream(new ByteArrayInputStream(content)).execute();
        } catch (RuntimeException unreadable) {
            throw new IllegalArgumentException(Optional.ofNullable(unreadable.getCause())
                    .orElse(unreadable)
                    .getMessage());
        }
        if (parse.hasErrors()) {
            throw new IllegalArgumentException(parse.getProblems().get(0).getMessage());
        }
        return parse.getRootElement();
    }
}
