package no.forfall.intake.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import no.forfall.intake.FileRefused;
import no.forfall.intake.IncomingFile;
import org.jspecify.annotations.Nullable;

/**
 * Walks through an XML file of any size and keeps nothing of it. Refuses, as {@link FileRefused} with the line, a document
 * type, entities, deep nesting, a giant text, attribute or comment, and what is not well formed. Whoever reads a file to
 * its end with {@link #finish} knows that it is whole.
 */
public final class XmlStream implements AutoCloseable {

    private static final int DEEPEST = 60;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_STEP = 1 << 20;

    private final Steps bytes;
    private final XMLStreamReader reader;
    private int depth;

    private XmlStream(Steps bytes, XMLStreamReader reader) {
        this.bytes = bytes;
        this.reader = reader;
    }

    /** Opens a file at its root element. */
    public static XmlStream of(IncomingFile file) {
        XmlStream stream = null;
        try {
            Steps bytes = new Steps(file.open());
            bytes.skipMarkAndBlanks();
            stream = new XmlStream(bytes, XmlGuard.factory().createXMLStreamReader(bytes));
            stream.step();
            return stream;
        } catch (XMLStreamException broken) {
            throw refused(broken);
        } catch (FileRefused refusal) {
            stream.close();
            throw refusal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of the element, without its namespace. */
    public String name() {
        return reader.getLocalName();
    }

    /** The namespace of the element; empty when it has none. */
    public String namespace() {
        return reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
    }

    /** An attribute of the element whose beginning was reached last; null when it has none of this name. */
    public @Nullable String attribute(String name) {
        return reader.getAttributeValue(null, name);
    }

    public int line() {
        return reader.getLocation().getLineNumber();
    }

    /** Names each child of the current element in turn; what the visitor leaves unread of it is passed over. */
    public void children(Consumer<String> visitor) {
        int here = depth;
        while (true) {
            step();
            if (depth < here) {
                return;
            }
            visitor.accept(name());
            while (depth > here) {
                step();
            }
        }
    }

    /** All text inside the current element, stripped; its end is reached then. */
    public String text() {
        int here = depth;
        StringBuilder text = new StringBuilder();
        while (depth >= here) {
            if (next() == XMLStreamConstants.CHARACTERS) {
                if (text.length() + reader.getTextLength() > LONGEST_TEXT) {
                    throw FileRefused.because("intake.xml.long", line());
                }
                text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            }
        }
        return text.toString().strip();
    }

    /** Reads to the end of the file. */
    public void finish() {
        try {
            while (reader.hasNext()) {
                next();
            }
        } catch (XMLStreamException broken) {
            throw refused(broken);
        }
    }

    private void step() {
        int event = next();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
            event = next();
        }
    }

    private int next() {
        try {
            int event = reader.next();
            bytes.taken = 0;
            switch (event) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw FileRefused.because("intake.xml.doctype");
                case XMLStreamConstants.CDATA -> {
                    return XMLStreamConstants.CHARACTERS;
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST) {
                        throw FileRefused.because("intake.xml.nested", DEEPEST, line());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {
                    // text and comments do no harm
                }
            }
            return event;
        } catch (XMLStreamException broken) {
            throw refused(broken);
        }
    }

    private static FileRefused refused(XMLStreamException broken) {
        int line = broken.getLocation() == null
                ? 1
                : Math.max(1, broken.getLocation().getLineNumber());
        boolean tooLong = broken.getNestedException() instanceof StepTooLong;
        return FileRefused.because(tooLong ? "intake.xml.long" : "intake.xml.broken", line);
    }

    @Override
    public void close() {
        try {
            reader.close();
            bytes.close();
        } catch (XMLStreamException e) {
            throw refused(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class StepTooLong extends IOException {

        private static final long serialVersionUID = 1L;
    }

    /** Ends when the parser takes very much without having found anything: it would have to keep all of it. */
    private static final class Steps extends FilterInputStream {

        private int taken;

        Steps(InputStream bytes) {
            super(new PushbackInputStream(bytes, 3));
        }

        void skipMarkAndBlanks() throws IOException {
            PushbackInputStream start = (PushbackInputStream) in;
            byte[] mark = start.readNBytes(3);
            boolean isMark = mark.length == 3 && mark[0] == (byte) 0xef && mark[1] == (byte) 0xbb;
            if (!isMark) {
                start.unread(mark);
            }
            int c = start.read();
            while (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
                c = start.read();
            }
            if (c >= 0) {
                start.unread(c);
            }
        }

        @Override
        public int read() throws IOException {
            count(1);
            return super.read();
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int read = super.read(target, from, length);
            count(read);
            return read;
        }

        private void count(int bytes) throws StepTooLong {
            taken += bytes;
            if (taken > LONGEST_STEP) {
                throw new StepTooLong();
            }
        }
    }
}
