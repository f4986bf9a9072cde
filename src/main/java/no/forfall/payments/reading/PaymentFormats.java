package no.forfall.payments.reading;

import java.util.List;
import no.forfall.intake.FileRefused;
import no.forfall.intake.IncomingFile;
import org.springframework.stereotype.Component;

/** The formats of payment files; the content of a file decides which one it is, never its name. */
@Component
public class PaymentFormats {

    private final List<PaymentFormat> formats = List.of(new Camt(), new OcrGiro(), new BgMax(), new CsvPayments());

    /** @throws FileRefused when the file is of none of the formats, or broken as a whole */
    public CheckedFile check(IncomingFile file) {
        Head head = Head.of(file);
        return formats.stream()
                .filter(format -> format.recognises(head))
                .findFirst()
                .orElseThrow()
                .check(file);
    }
}
