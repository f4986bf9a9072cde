package no.forfall.correspondence.text;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Locale;
import no.forfall.correspondence.LetterType;
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
        Template template = templates.of(draft.type(), draft.language());
        Sheet sheet = sheet(draft, template, formats);
        return new Rendered(
                sheet.subject(),
                PlainText.of(sheet),
                fill(mail, sheet),
                pdf.print(fill(page, sheet)),
                template.shortText() == null ? null : ShortText.fill(template.shortText(), draft, formats),
                template.version());
    }

    /** Whether a letter may leave as a text message; any language but nb and sv reads English. */
    public boolean hasShortText(LetterType type, Locale language) {
        return templates.of(type, language).shortText() != null;
    }

    /**
     * The letter as a mail reader would show it, with a text that has passed {@link TextGate} or is refused for its words
     * only: a complete document.
     */
    public String preview(Draft draft, String source) {
        Template template = Template.of("preview", source, 0);
        return fill(mail, sheet(draft, template, new Formats(draft.language())));
    }

    private static Sheet sheet(Draft draft, Template template, Formats formats) {
        return Sheet.of(draft, template.fill(LetterField.of(draft, formats)), formats);
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
