package no.forfall.payments.reading;

import java.util.regex.Pattern;
import no.forfall.intake.FileRefused;
import no.forfall.intake.IncomingFile;
import no.forfall.intake.reading.Content;
import no.forfall.intake.reading.XmlStream;

/**
 * Statements and notifications of banks in ISO 20022: camt.053 and camt.054 in the versions 2 to 13, which differ little in
 * what is read here. Read as a stream, with one payment in memory at a time.
 */
final class Camt implements PaymentFormat {

    private static final Pattern NAMESPACE =
            Pattern.compile("urn:iso:std:iso:20022:tech:xsd:camt\\.05[34]\\.001\\.(0[2-9]|1[0-3])");

    @Override
    public boolean recognises(Head head) {
        return head.content() == Content.XML;
    }

    @Override
    public CheckedFile check(IncomingFile file) {
        read(file, PaymentSink.NOWHERE);
        return sink -> read(file, sink);
    }

    private static void read(IncomingFile file, PaymentSink sink) {
        try (XmlStream xml = XmlStream.of(file)) {
            if (!NAMESPACE.matcher(xml.namespace()).matches()) {
                String namespace = xml.namespace();
                throw FileRefused.because(
                        "intake.file.xml",
                        xml.name() + " (" + namespace.substring(namespace.lastIndexOf(':') + 1) + ")");
            }
            CamtPassedOver passedOver = new CamtPassedOver();
            int[] statements = {0};
            xml.children(message -> xml.children(part -> {
                if (part.equals("Stmt") || part.equals("Ntfctn")) {
                    String path = "/Document/" + message + "/" + part + "[" + ++statements[0] + "]";
                    new CamtStatement(xml, path, sink, passedOver).read();
                }
            }));
            xml.finish();
            if (statements[0] == 0) {
                throw FileRefused.because("intake.camt.empty");
            }
            passedOver.tell(sink);
        }
    }
}
