package no.forfall.correspondence.text;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.StringWriter;
import java.io.Writer;
import org.springframework.stereotype.Component;

/** Writes a letter: template, tables, and the three shapes of the same words. Safe for use by many threads. */
@Component
public class LetterWriter {

    private final Templates templates;
    private final PdfPrinter pdf;
    private final Mustache mail;
    private final Mustache page;

    LetterWriter(Templates templates, PdfPrinter pdf) {
        this.templates = templates;
        this.pdf = pdf;
        var skeletons = new Skeletons();
        this.mail = skeletons.compile("mail.html");
        this.page = skeletons.compile("page.html");
    }

    /** Reads the invoice with creditor and debtor; call it in a transaction. */
    public Rendered write(Draft draft) {
        Formats formats = new Formats(draft.language());
        Wording wording = templates.of(draft.type(), draft.language()).fill(LetterField.of(draft, formats));
        Sheet sheet = Sheet.of(draft, wording, formats);
        return new Rendered(sheet.subject(), PlainText.of(sheet), fill(mail, sheet), pdf.print(fill(page, sheet)));
    }

    private static String fill(Mustache skeleton, Sheet sheet) {
        StringWriter html = new StringWriter();
        skeleton.execute(html, sheet);
        return html.toString();
    }

    /** Escapes for HTML, after taking out what no document can hold. */
    private static final class Skeletons extends DefaultMustacheFactory {

        Skeletons() {
            super("no/forfall/correspondence/text");
        }

        @Override
        public void encode(String value, Writer writer) {
            super.encode(PlainText.clean(value), writer);
        }
    }
}
