package no.forfall.intake.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import no.forfall.intake.FileRefused;
import no.forfall.intake.IncomingFile;

/** Walks through an XML file once before anything is built from it, and lets through only what cannot do harm. */
public final class XmlGuard {

    private static final int DEEPEST = 60;
    private static final int MOST_ELEMENTS = 500_000;
    private static final int LARGEST_MEGABYTES = 20;

    private XmlGuard() {}

    /**
     * @return the name of the root element
     * @throws FileRefused when the file has a document type or entities, is too deep or large, or is not well formed
     */
    public static QName root(IncomingFile file) {
        if (file.size() > LARGEST_MEGABYTES << 20) {
            throw FileRefused.because("intake.xml.large", LARGEST_MEGABYTES);
        }
        try (InputStream bytes = file.open()) {
            return walk(factory().createXMLStreamReader(bytes));
        } catch (XMLStreamException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNumber();
            throw FileRefused.because("intake.xml.broken", line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    private static QName walk(XMLStreamReader reader) throws XMLStreamException {
        QName root = null;
        int depth = 0;
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw FileRefused.because("intake.xml.doctype");
                case XMLStreamConstants.START_ELEMENT -> {
                    root = root == null ? reader.getName() : root;
                    if (++depth > DEEPEST || ++elements > MOST_ELEMENTS) {
                        throw FileRefused.because("intake.xml.deep", DEEPEST, MOST_ELEMENTS);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {
                    // text and comments do no harm
                }
            }
        }
        if (root == null) {
            throw FileRefused.because("intake.xml.broken", 1);
        }
        return root;
    }
}
