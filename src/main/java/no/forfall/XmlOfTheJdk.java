package no.forfall;

import java.util.Map;

/**
 * Reads and writes XML with what the JDK brings, whatever else lies on the class path, and without searching the class path
 * for it again with every letter.
 */
final class XmlOfTheJdk {

    private static final Map<String, String> FACTORIES = Map.of(
            "javax.xml.parsers.DocumentBuilderFactory",
            "com.sun.org.apache.xerces.internal.jaxp.DocumentBuilderFactoryImpl",
            "javax.xml.parsers.SAXParserFactory",
            "com.sun.org.apache.xerces.internal.jaxp.SAXParserFactoryImpl",
            "javax.xml.transform.TransformerFactory",
            "com.sun.org.apache.xalan.internal.xsltc.trax.TransformerFactoryImpl");

    private XmlOfTheJdk() {}

    /** A factory that was named on the command line stays. */
    static void choose() {
        FACTORIES.forEach((factory, implementation) -> {
            if (System.getProperty(factory) == null) {
                System.setProperty(factory, implementation);
            }
        });
    }
}
