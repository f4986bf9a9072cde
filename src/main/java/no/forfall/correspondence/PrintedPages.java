package no.forfall.correspondence;

import no.forfall.correspondence.text.PdfPrinter;
import org.springframework.stereotype.Component;

/**
 * Prints pages that are no letters in the typeface of the letters, on a printer of their own, so that a long page holds up
 * no letter.
 */
@Component
public class PrintedPages {

    private final PdfPrinter printer = new PdfPrinter();

    /**
     * Prints a page as tagged PDF/A-2a and PDF/UA-1; what no document can hold is left out. One at a time.
     *
     * @param html strict HTML that names its language, with a title and a description, and refers to nothing outside itself
     */
    public byte[] pdf(String html) {
        return printer.print(
                html.replaceAll("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", ""));
    }
}
