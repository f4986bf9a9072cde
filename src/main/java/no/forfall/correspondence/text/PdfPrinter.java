package no.forfall.correspondence.text;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.stereotype.Component;

/** Prints a page of strict HTML as a tagged PDF with its typeface inside. One at a time: the typeface is read only once. */
@Component
class PdfPrinter {

    private static final String FONTS = "/com/mpobjects/jasperreports/fonts/lato/";

    private final TrueTypeFont regular;
    private final TrueTypeFont bold;

    PdfPrinter() {
        regular = font("Lato-Regular.ttf");
        bold = font("Lato-Bold.ttf");
    }

    synchronized byte[] print(String html) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            new PdfRendererBuilder()
                    .useFastMode()
                    .usePDDocument(document)
                    .usePdfUaAccessibility(true)
                    .useFont(in(document, regular), "Lato", 400, FontStyle.NORMAL, true)
                    .useFont(in(document, bold), "Lato", 700, FontStyle.NORMAL, true)
                    .withProducer("Forfall")
                    .withHtmlContent(html, null)
                    .toStream(bytes)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("The letter cannot be printed", e);
        }
        return bytes.toByteArray();
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
