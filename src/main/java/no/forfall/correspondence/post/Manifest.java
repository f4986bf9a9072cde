package no.forfall.correspondence.post;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import no.forfall.shared.Sha256;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * What a print house is told of a letter; it prints what has one. A house that gets a letter a second time knows it by its
 * id.
 *
 * @param file the name of the PDF beside it
 * @param sha256 of the PDF, in hexadecimal
 * @param window where the address stands on the first page
 */
record Manifest(
        UUID letter,
        @JsonProperty("case") String caseNumber,
        String file,
        String sha256,
        int pages,
        boolean duplex,
        boolean colour,
        Postal.Window window,
        String language,
        Recipient recipient) {

    record Recipient(String name, String street, String postalCode, String city, String country) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    static Manifest of(Parcel parcel, Postal postal, String file) {
        return new Manifest(
                parcel.letterId(),
                parcel.caseNumber().value(),
                file,
                Sha256.hex(parcel.content()),
                pages(parcel),
                false,
                false,
                postal.window(),
                postal.language(),
                new Recipient(postal.name(), postal.street(), postal.postalCode(), postal.city(), postal.country()));
    }

    private static int pages(Parcel parcel) {
        try (PDDocument document = Loader.loadPDF(parcel.content())) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException("Letter " + parcel.letterId() + " is no PDF", e);
        }
    }

    byte[] json() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
