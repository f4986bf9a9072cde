package no.forfall.correspondence.text;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Prints a page of strict HTML as a PDF for archives that screen readers can read: PDF/A-2a (ISO 19005-2) and PDF/UA-1
 * (ISO 14289-1), tagged, with typeface and colour profile inside. One at a time: typeface and reader are made only once.
 */
@Component
public class PdfPrinter {

    private static final String FONTS = "/com/mpobjects/jasperreports/fonts/lato/";

    private final TrueTypeFont regular;
    private final TrueTypeFont bold;

    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private final DocumentBuilder reader;

    public PdfPrinter() {
        reader = reader();
        regular = font("Lato-Regular.ttf");
        bold = font("Lato-Bold.ttf");
    }

    /** @param html strict HTML */
    public synchronized byte[] print(String html) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            new PdfRendererBuilder()
                    .useFastMode()
                    .usePDDocument(document)
                    .usePdfUaAccessibility(true)
                    .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A)
                    .useColorProfile(colours)
                    .useFont(in(document, regular), "Lato", 400, FontStyle.NORMAL, true)
                    .useFont(in(document, bold), "Lato", 700, FontStyle.NORMAL, true)
                    .withProducer("Forfall")
                    .withW3cDocument(read(html), null)
                    .toStream(bytes)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("The letter cannot be printed", e);
        }
        return bytes.toByteArray();
    }

    private Document read(String html) throws IOException {
        try {
            return reader.parse(new InputSource(new StringReader(html)));
        } catch (SAXException e) {
            throw new IllegalStateException("The letter is not strict HTML", e);
        }
    }

    /** Reads nothing but the page itself. */
    private static DocumentBuilder reader() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("There is no reader of HTML", e);
        }
    }

    private static PDFontSupplier in(PDDocument document, TrueTypeFont font) throws IOException {
        return new PDFontSupplier(PDType0Font.load(document, font, true));
    }

    /** Without ligatures: whoever searches, copies or listens to the letter would miss their letters. */
    private static TrueTypeFont font(String file) {
        try {
            var stream = Objects.requireNonNull(PdfPrinter.class.getResourceAsStream(FONTS + file), file);
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(stream));
            font.setEnableGsub(false);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException("The typeface " + file + " cannot be read", e);
        }
    }
}
