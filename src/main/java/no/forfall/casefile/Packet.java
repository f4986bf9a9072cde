package no.forfall.casefile;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.forfall.shared.Sha256;
import no.forfall.ui.SpreadsheetText;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A ZIP file that knows the SHA-256 of each of its files. */
final class Packet implements AutoCloseable {

    private final ZipOutputStream zip;
    private final Map<String, String> digests = new LinkedHashMap<>();

    Packet(OutputStream out) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    void add(String name, byte[] content) throws IOException {
        digests.put(name, Sha256.hex(content));
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /** A CSV file; null is an empty cell, and what a spreadsheet would run as a formula is marked as text. */
    void table(String name, List<String> columns, List<Object[]> rows) throws IOException {
        StringWriter csv = new StringWriter();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setHeader(columns.toArray(String[]::new))
                .get();
        try (CSVPrinter printer = new CSVPrinter(csv, format)) {
            for (Object[] row : rows) {
                printer.printRecord(Arrays.stream(row)
                        .map(cell -> cell == null ? null : SpreadsheetText.of(cell.toString()))
                        .toArray());
            }
        }
        add(name, csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The files so far and the SHA-256 of each, in hexadecimal. */
    Map<String, String> digests() {
        return new LinkedHashMap<>(digests);
    }

    /** As {@code sha256sum} writes and checks it. */
    void addDigests() throws IOException {
        String sums = digests.entrySet().stream()
                .map(file -> file.getValue() + "  " + file.getKey() + "\n")
                .collect(Collectors.joining());
        add("SHA256SUMS", sums.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
