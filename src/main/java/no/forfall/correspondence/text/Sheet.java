package no.forfall.correspondence.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import no.forfall.receivables.Address;
import no.forfall.receivables.Creditor;
import no.forfall.receivables.Debtor;
import no.forfall.shared.Country;
import org.jspecify.annotations.Nullable;

/**
 * Everything that stands on a letter, in words, before it gets a shape. The names are those of the HTML skeletons.
 *
 * @param windowRight whether the address stands on the right, as in Swedish window envelopes; else on the left
 * @param details date, case, customer: the lines beside the address
 */
record Sheet(
        String language,
        String creditor,
        List<String> senderLines,
        List<String> recipientLines,
        boolean windowRight,
        List<Row> details,
        String subject,
        List<Block> blocks,
        String footer,
        String page) {

    static Sheet of(Draft draft, Wording wording, Formats formats) {
        Creditor creditor = draft.invoice().creditor();
        Debtor debtor = draft.invoice().debtor();
        return new Sheet(
                formats.language().toLanguageTag(),
                creditor.name(),
                lines(creditor.address(), creditor.country()),
                Stream.concat(Stream.of(debtor.name()), lines(debtor.address(), creditor.country()).stream())
                        .toList(),
                draft.hasWindowOnTheRight(),
                details(draft, formats),
                wording.subject(),
                wording.paragraphs().stream()
                        .map(paragraph -> Block.of(paragraph, draft, formats))
                        .toList(),
                footer(creditor, formats),
                formats.label("page"));
    }

    private static List<Row> details(Draft draft, Formats formats) {
        List<Row> details = new ArrayList<>();
        details.add(new Row(formats.label("detail.date"), formats.date(draft.dated())));
        if (LetterField.INVOICE_NUMBER.fits(draft.type())) {
            details.add(new Row(formats.label("detail.invoice"), draft.invoice().number()));
        }
        details.add(new Row(
                formats.label("detail.customer"), draft.invoice().debtor().customerNumber()));
        details.add(new Row(formats.label("detail.case"), draft.caseNumber().value()));
        return details;
    }

    /** A country stands in the address only when the letter leaves the creditor's own. */
    private static List<String> lines(Address address, Country home) {
        List<String> lines = new ArrayList<>();
        add(lines, address.street());
        add(
                lines,
                Stream.of(address.postalCode(), address.city())
                        .filter(Objects::nonNull)
                        .reduce((code, city) -> code + " " + city)
                        .orElse(null));
        String country = address.countryCode();
        if (country != null && !country.equals(home.name())) {
            add(
                    lines,
                    new java.util.Locale("", country)
                            .getDisplayCountry(home.language())
                            .toUpperCase(home.language()));
        }
        return lines;
    }

    private static void add(List<String> lines, @Nullable String line) {
        if (line != null && !line.isBlank()) {
            lines.add(line.strip());
        }
    }

    private static String footer(Creditor creditor, Formats formats) {
        return Stream.of(
                        creditor.name(),
                        formats.label("organisation." + creditor.country(), creditor.organisationNumber()),
                        creditor.email(),
                        creditor.phone())
                .filter(Objects::nonNull)
                .reduce((left, right) -> left + "  \u00b7  " + right)
                .orElse("");
    }
}
