package no.forfall.engine;

import java.util.List;

/** A file was not published; the findings say why. */
public class EditionRefused extends RuntimeException {

    private final transient List<EditionFinding> findings;

    public EditionRefused(List<EditionFinding> findings) {
        super("Not published: " + findings);
        this.findings = List.copyOf(findings);
    }

    public List<EditionFinding> findings() {
        return findings;
    }
}
