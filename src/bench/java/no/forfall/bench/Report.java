package no.forfall.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file with the figures: each scenario has a part of its own between two marks; the words around it stay. */
final class Report {

    private final Path file;

    Report(Path file) {
        this.file = file;
    }

    void put(String scenario, String text) throws IOException {
        String before = Files.exists(file) ? Files.readString(file) : "# Performance\n";
        Files.writeString(file, with(before, scenario, text));
    }

    /** The document with the scenario's part replaced, or added at the end. */
    static String with(String document, String scenario, String text) {
        String begin = "<!-- measured: " + scenario + " -->\n";
        String end = "<!-- end: " + scenario + " -->\n";
        String part = begin + text.strip() + "\n" + end;
        int from = document.indexOf(begin);
        int to = document.indexOf(end);
        return from < 0 || to < from
                ? document.stripTrailing() + "\n\n" + part
                : document.substring(0, from) + part + document.substring(to + end.length());
    }
}
