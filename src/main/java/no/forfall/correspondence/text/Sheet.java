package no.forfall.correspondence.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import no.forfall.cases.EvidenceContributor.Arrangement;
import no.forfall.correspondence.BankQr;
import no.forfall.receivables.Address;
import no.forfall.receivables.Creditor;
import no.forfall.receivables.Debtor;
import no.forfall.shared.Country;
import no.forfall.ui.QrCode;
import org.jspecify.annotations.Nullable;

/**
 * Everything that stands on a letter, in words, before it gets a shape. The names are those of the HTML skeletons.
 *
 * @param windowRight whether the address stands on the right, as in Swedish window envelopes; else on the left
 * @param link the debtor's own page; null when the house has none
 * @param bank what Swedish bank apps read; null where there is none
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
        String page,
        @Nullable Way link,
        @Nullable Way bank) {

    /** Whether a phone can go a way that the letter names. */
    boolean hasWays() {
        return link != null || bank != null;
    }

    static Sheet of(Draft draft, Wording wording, Formats formats) {
        Creditor creditor = draft.invoice().creditor();
        Debtor debtor = draft.invoice().debtor();
        return new Sheet(
                formats.language().toLanguageTag(),
                creditor.name(),
                lines(creditor.address(), creditor.country()),
                Stream.concat(Stream.of(debtor.name()), to(debtor, creditor.country()).stream())
                        .toList(),
                draft.hasWindowOnTheRight(),
                details(draft, formats),
                wording.subject(),
                wording.paragraphs().stream()
                        .map(paragraph -> Block.of(paragraph, draft, formats))
                        .toList(),
                footer(creditor, formats),
                formats.label("page"),
                draft.page() == null ? null : Way.of("link", draft.page(), draft.page(), formats),
                bank(draft, formats));
    }

    /** The last day to pay is never one that has passed: bank apps refuse it. */
    private static @Nullable Way bank(Draft draft, Formats formats) {
        Arrangement.Instalment agreed = draft.matter().nextOn(draft.dated());
        if (agreed == null && !draft.type().demands()) {
            return null;
        }
        LocalDate payBy =
                agreed != null ? agreed.dueOn() : Objects.requireNonNullElse(draft.deadline(), draft.payableOn());
        return BankQr.of(
                        draft.invoice(),
                        payBy.isBefore(draft.dated()) ? draft.dated() : payBy,
                        agreed == null ? draft.demand().total() : agreed.amount())
                .map(code -> Way.of("bank", "", code, formats))
                .orElse(null);
    }

    /**
     * A way to pay or to answer that a phone can go.
     *
     * @param address where it leads; empty when only the code tells
     * @param code the QR code as a picture
     * @param alternative what the picture shows, for whoever does not see it
     */
    record Way(String caption, String address, String code, String alternative) {

        static Way of(String kind, String address, String coded, Formats formats) {
            return new Way(
                    formats.label("way." + kind),
                    address,
                    QrCode.of(coded).png(),
                    formats.label("way." + kind + ".alt"));
        }
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

    private static List<String> to(Debtor debtor, Country home) {
        return debtor.isProtected() ? List.of() : lines(debtor.address(), home);
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
