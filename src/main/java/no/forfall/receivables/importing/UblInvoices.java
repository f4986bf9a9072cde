package no.forfall.receivables.importing;

import com.helger.diagnostics.error.IError;
import com.helger.diagnostics.error.list.ErrorList;
import com.helger.jaxb.GenericJAXBMarshaller;
import com.helger.ubl21.UBL21Marshaller;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.Function;
import javax.xml.namespace.QName;
import no.forfall.intake.FileRefused;
import no.forfall.intake.Finding;
import no.forfall.intake.IncomingFile;
import no.forfall.intake.reading.FieldRefused;
import no.forfall.intake.reading.ReportDraft;
import no.forfall.intake.reading.Sentence;
import no.forfall.intake.reading.XmlGuard;
import org.springframework.stereotype.Component;

/** Reads one Peppol BIS Billing 3 (EHF) invoice or credit note: UBL 2.1, checked against its schema. */
@Component
class UblInvoices {

    private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";
    private static final QName INVOICE = new QName(UBL + "Invoice-2", "Invoice");
    private static final QName CREDIT_NOTE = new QName(UBL + "CreditNote-2", "CreditNote");

    /** @throws FileRefused when it is not such a document at all */
    void read(IncomingFile file, Function<Paper, InvoiceBook.Outcome> book, ReportDraft draft) {
        QName root = XmlGuard.root(file);
        if (!root.equals(INVOICE) && !root.equals(CREDIT_NOTE)) {
            throw FileRefused.because("intake.xml.other", root.getLocalPart());
        }
        ErrorList errors = new ErrorList();
        try {
            Paper paper = root.equals(INVOICE)
                    ? new UblInvoice(parse(UBL21Marshaller.invoice(), file, errors)).paper()
                    : new UblCreditNote(parse(UBL21Marshaller.creditNote(), file, errors)).paper();
            InvoiceBook.Outcome outcome = book.apply(paper);
            if (outcome.known()) {
                draft.known();
            } else {
                draft.accepted();
            }
            outcome.notices().forEach(notice -> draft.notice(new Finding(null, null, null, notice, null, false)));
        } catch (NotValid notValid) {
            draft.refused(finding(errors));
        } catch (FieldRefused refused) {
            draft.refused(refused.inXml());
        }
    }

    private static <T> T parse(GenericJAXBMarshaller<T> marshaller, IncomingFile file, ErrorList errors) {
        try (InputStream bytes = file.open()) {
            T document = marshaller.setCollectErrors(errors).read(bytes);
            if (document == null || errors.containsAtLeastOneError()) {
                throw new NotValid();
            }
            return document;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Finding finding(ErrorList errors) {
        IError first = errors.getAllErrors().getFirstOrNull();
        int line = first == null ? -1 : first.getErrorLocation().getLineNumber();
        String text = first == null ? "–" : first.getErrorText(Locale.ENGLISH);
        return new Finding(
                line < 1 ? null : line,
                null,
                null,
                Sentence.of("intake.ubl.invalid", text == null ? "–" : text),
                Sentence.of("intake.ubl.invalid.mend"),
                true);
    }

    private static final class NotValid extends RuntimeException {}
}
