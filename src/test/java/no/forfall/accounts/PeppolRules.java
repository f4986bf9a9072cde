package no.forfall.accounts;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.transform.Templates;
import javax.xml.transform.TransformerException;
import javax.xml.transform.dom.DOMResult;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.TransformerFactoryImpl;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The rules of EN 16931 and of Peppol BIS Billing 3 as they are published, and which of them a document breaks. */
public final class PeppolRules {

    private static final List<String> FILES = List.of("CEN-EN16931-UBL.xslt", "PEPPOL-EN16931-UBL.xslt");
    private static final String FOLDER = "/external/schematron/openpeppol/2026.5/xslt/";
    private static final String SVRL = "http://purl.oclc.org/dsdl/svrl";
    private static final Map<String, Templates> RULES = new ConcurrentHashMap<>();

    private PeppolRules() {}

    /** @param flag fatal or warning */
    public static List<String> broken(byte[] document, String flag) {
        return FILES.stream().flatMap(file -> broken(file, document, flag)).toList();
    }

    /** How many rules looked at the document; none would mean that nothing was checked. */
    public static long fired(byte[] document) {
        return FILES.stream()
                .mapToLong(file -> elements(file, document, "fired-rule").count())
                .sum();
    }

    private static Stream<String> broken(String file, byte[] document, String flag) {
        return elements(file, document, "failed-assert")
                .filter(failed -> failed.getAttribute("flag").equals(flag))
                .map(failed -> failed.getAttribute("id") + " "
                        + failed.getTextContent().strip());
    }

    private static Stream<Element> elements(String file, byte[] document, String name) {
        try {
            DOMResult result = new DOMResult();
            RULES.computeIfAbsent(file, PeppolRules::compiled)
                    .newTransformer()
                    .transform(new StreamSource(new ByteArrayInputStream(document)), result);
            NodeList found = ((Document) result.getNode()).getElementsByTagNameNS(SVRL, name);
            return IntStream.range(0, found.getLength()).mapToObj(n -> (Element) found.item(n));
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Templates compiled(String file) {
        try {
            return new TransformerFactoryImpl()
                    .newTemplates(new StreamSource(PeppolRules.class.getResourceAsStream(FOLDER + file)));
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }
}
