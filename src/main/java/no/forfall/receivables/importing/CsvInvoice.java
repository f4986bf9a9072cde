package no.forfall.receivables.importing;

import java.util.List;
import java.util.Locale;
import no.forfall.intake.reading.CsvField;
import no.forfall.intake.reading.CsvLine;
import no.forfall.intake.reading.FieldRefused;
import no.forfall.law.DebtorKind;
import no.forfall.receivables.Address;
import no.forfall.receivables.Relation;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What a line of an invoice CSV says; the columns are those of {@code docs/csv.md}. */
final class CsvInvoice {

    static final List<CsvField> FIELDS = List.of(
            CsvField.text("invoice", "fakturanr", "fakturanummer", "fakturano", "faktura", "invoicenumber", "invoiceno")
                    .mustBeSaid(),
            CsvField.date(
                            "issued",
                            "fakturadato",
                            "fakturadatum",
                            "utstedt",
                            "invoicedate",
                            "issuedate",
                            "dato",
                            "datum")
                    .mustBeSaid(),
            CsvField.date("due", "forfall", "forfallsdato", "förfallodatum", "förfallodag", "förfaller", "duedate")
                    .mustBeSaid(),
            CsvField.amount(
                            "amount",
                            "beløp",
                            "belopp",
                            "fakturabeløp",
                            "fakturabelopp",
                            "beløpinklmva",
                            "beloppinklmoms",
                            "åbetale",
                            "attbetala",
                            "sum",
                            "total",
                            "totalt",
                            "totalbeløp",
                            "totalbelopp")
                    .mustBeSaid(),
            CsvField.text("currency", "valuta", "valutakode", "valutakod", "currencycode")
                    .mustBeSaid()
                    .mayHoldForAll(),
            CsvField.text(
                            "customer",
                            "kundenr",
                            "kundenummer",
                            "kundnr",
                            "kundnummer",
                            "kundeid",
                            "kundid",
                            "debitornr",
                            "customernumber",
                            "customerno",
                            "customerid")
                    .mustBeSaid(),
            CsvField.text("name", "navn", "namn", "kundenavn", "kundnamn", "customername", "kunde", "kund", "debitor")
                    .mustBeSaid(),
            CsvField.text("creditor_org", "kreditororgnr", "kreditor", "borgenär", "borgenärorgnr", "selgerorgnr")
                    .mustBeSaid()
                    .mayHoldForAll(),
            CsvField.text("creditor_name", "kreditornavn", "borgenärsnamn", "selger", "säljare")
                    .mayHoldForAll(),
            CsvField.text("creditor_country", "kreditorland", "borgenärsland").mayHoldForAll(),
            CsvField.text("creditor_email", "kreditorepost", "borgenärsepost").mayHoldForAll(),
            CsvField.text("creditor_phone", "kreditortelefon", "borgenärstelefon")
                    .mayHoldForAll(),
            CsvField.text("creditor_street", "kreditoradresse", "borgenärsadress")
                    .mayHoldForAll(),
            CsvField.text("creditor_postal_code", "kreditorpostnr", "borgenärspostnr")
                    .mayHoldForAll(),
            CsvField.text("creditor_city", "kreditorpoststed", "borgenärspostort")
                    .mayHoldForAll(),
            CsvField.text(
                    "reference", "kid", "kidnr", "kidnummer", "ocr", "ocrnr", "ocrnummer", "referanse", "referens"),
            CsvField.text("account", "konto", "kontonr", "kontonummer", "bankkonto", "bankgiro", "tilkonto")
                    .mayHoldForAll(),
            CsvField.text("description", "beskrivelse", "beskrivning", "tekst", "text"),
            CsvField.text("credits", "krediterer", "krediterar", "krediterfaktura", "krediteradfaktura"),
            CsvField.text("org", "orgnr", "organisasjonsnummer", "organisationsnummer", "organisationnumber"),
            CsvField.text("kind", "kundetype", "kundtyp").mayHoldForAll(),
            CsvField.text("email", "epost", "epostadresse", "epostadress", "mail"),
            CsvField.text("phone", "telefon", "tlf", "mobil", "telefonnr", "telefonnummer"),
            CsvField.text("street", "adresse", "adress", "gateadresse", "gatuadress", "address", "gate", "gata"),
            CsvField.text("postal_code", "postnr", "postnummer", "postcode", "zip"),
            CsvField.text("city", "poststed", "postort", "sted", "ort"),
            CsvField.text("country", "land", "landkode", "landskod", "countrycode")
                    .mayHoldForAll(),
            CsvField.text("language", "språk").mayHoldForAll(),
            CsvField.text("relation", "relasjon").mayHoldForAll(),
            CsvField.text("segment", "kundegruppe", "kundgrupp"),
            CsvField.text("fee_agreed").mayHoldForAll());

    private static final Paper.Fields NAMES =
            new Paper.Fields("invoice", "due", "amount", "credits", "creditor_country", "creditor_name");

    private enum Yes {
        YES,
        NO,
        TRUE,
        FALSE,
        JA,
        NEI,
        NEJ
    }

    private final CsvLine line;

    CsvInvoice(CsvLine line) {
        this.line = line;
    }

    /** @throws FieldRefused when a field is missing or not readable */
    Paper paper() {
        Money amount = line.money("amount", "currency", null);
        String credits = line.text("credits", 60);
        if (amount.isNegative() && credits == null) {
            throw new FieldRefused("amount", "intake.csv.negative", amount.toString());
        }
        return new Paper(
                credits != null,
                line.required("invoice", 60),
                line.date("issued"),
                credits == null ? line.date("due") : null,
                amount.abs(),
                line.text("reference", 60),
                line.text("account", 40),
                line.text("description", 500),
                feeAgreed(),
                credits,
                seller(),
                buyer(),
                NAMES);
    }

    private boolean feeAgreed() {
        return switch (line.oneOf("fee_agreed", Yes.class, Yes.NO)) {
            case YES, TRUE, JA -> true;
            case NO, FALSE, NEI, NEJ -> false;
        };
    }

    private Paper.Seller seller() {
        return new Paper.Seller(
                OrganisationNumbers.plain(line.required("creditor_org", 20)),
                line.text("creditor_name", 200),
                country("creditor_country"),
                sellersAddress(),
                line.text("creditor_email", 200),
                line.text("creditor_phone", 40));
    }

    /** Null, which keeps what is known, unless it is complete. */
    private @Nullable Address sellersAddress() {
        Address said = new Address(
                line.text("creditor_street", 200),
                line.text("creditor_postal_code", 20),
                line.text("creditor_city", 100),
                country("creditor_country"));
        return said.canTakePost() ? said : null;
    }

    private Paper.Buyer buyer() {
        String organisation = line.text("org", 20);
        DebtorKind kind =
                line.oneOf("kind", DebtorKind.class, organisation == null ? DebtorKind.PRIVATE : DebtorKind.BUSINESS);
        String country = country("country");
        String language = line.text("language", 5);
        return new Paper.Buyer(
                line.required("customer", 60),
                line.required("name", 200),
                kind,
                organisation == null ? null : OrganisationNumbers.plain(organisation),
                language == null ? UblParties.language(country) : language(language),
                line.text("email", 200),
                line.text("phone", 40),
                new Address(line.text("street", 200), line.text("postal_code", 20), line.text("city", 100), country),
                line.text("relation", 10) == null ? null : line.oneOf("relation", Relation.class, Relation.NEW),
                line.text("segment", 40));
    }

    private @Nullable String country(String column) {
        String code = line.text(column, 60);
        if (code != null && !code.matches("[A-Za-z]{2}")) {
            throw new FieldRefused(column, "intake.country.unreadable", code);
        }
        return code == null ? null : code.toUpperCase(Locale.ROOT);
    }

    private static String language(String written) {
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "nb", "no", "nn" -> "nb";
            case "sv", "se" -> "sv";
            case "en" -> "en";
            default -> throw new FieldRefused("language", "intake.word.unknown", written, "nb, sv, en");
        };
    }
}
