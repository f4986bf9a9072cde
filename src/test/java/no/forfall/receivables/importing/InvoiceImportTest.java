package no.forfall.receivables.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.SharedData;
import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.intake.Upload;
import no.forfall.receivables.Address;
import no.forfall.receivables.Creditor;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Receivables;
import no.forfall.receivables.Registry;
import no.forfall.shared.Country;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ForfallTest
class InvoiceImportTest {

    private static final String HEADER =
            "creditor_org,creditor_name,creditor_country,invoice,issued,due,currency,amount,customer,name,credits\n";

    @Autowired
    House house;

    @Autowired
    Registry registry;

    @Autowired
    Receivables receivables;

    @Autowired
    Cases cases;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Upload upload;

    @BeforeEach
    void itIsMarch() {
        house.itIs("2026-03-02");
    }

    @Test
    void learnsHowDebtorsReachTheCreditorAndKeepsItWhereALaterFileDoesNotSay() throws Exception {
        String contact = "creditor_email,creditor_phone,creditor_street,creditor_postal_code,creditor_city,";
        counts(
                upload.send(
                        "invoices",
                        (contact + HEADER
                                        + "post@lia.example,22 11 00 99,Lia 4,0150,Oslo,977000991,Lia Drift AS,NO,L1,2026-02-01,2026-03-16,NOK,100.00,1,Ola,\n")
                                .getBytes(StandardCharsets.UTF_8),
                        "en"),
                1,
                0,
                0);
        counts(
                upload.send(
                        "invoices",
                        (contact + HEADER
                                        + ",,Lia 9,,,977000991,Lia Drift AS,NO,L2,2026-02-01,2026-03-16,NOK,100.00,1,Ola,\n")
                                .getBytes(StandardCharsets.UTF_8),
                        "en"),
                1,
                0,
                0);
        transaction.executeWithoutResult(status -> {
            Creditor creditor = registry.creditor("977000991", "Lia Drift AS", Country.NO);
            assertThat(creditor.email()).isEqualTo("post@lia.example");
            assertThat(creditor.phone()).isEqualTo("22 11 00 99");
            assertThat(creditor.address()).isEqualTo(new Address("Lia 4", "0150", "Oslo", "NO"));
        });
    }

    private static void counts(Upload.Answer answer, int accepted, int known, int refused) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(List.of(
                        answer.<Integer>at("$.accepted"),
                        answer.<Integer>at("$.known"),
                        answer.<Integer>at("$.refused")))
                .as(answer.body())
                .containsExactly(accepted, known, refused);
    }

    private Invoice invoice(String creditor, String number) {
        return registry.invoice(registry.findCreditor(creditor).orElseThrow(), number)
                .orElseThrow();
    }

    private String open(Invoice invoice) {
        return receivables.balanceOf(invoice.id(), house.today()).principal().toString();
    }

    @Test
    void opensACaseForEachLineAndKnowsThemTheSecondTime() throws Exception {
        counts(upload.invoices(Upload.sample("invoices.csv")), 3, 0, 0);
        counts(upload.invoices(Upload.sample("invoices.csv")), 0, 3, 0);
        Invoice swedish = invoice("5560990147", "88120");
        assertThat(swedish.description()).isEqualTo("Köksluckor; montering");
        assertThat(swedish.feeAgreed()).isTrue();
        assertThat(open(swedish)).isEqualTo("SEK 18750.00");
        assertThat(invoice("914592306", "2026-1042").paymentReference()).isEqualTo("0010421");
        assertThat(cases.ofInvoice(swedish.id()).orElseThrow().state()).isEqualTo(CaseState.OPEN);
    }

    @Test
    void readsTheSameFileInLatin1() throws Exception {
        List<String> lines = Upload.sample("invoices.csv").lines().toList();
        String header = lines.get(0);
        String file = lines.get(3).replace("5560990147", "5560990148").replace("8812", "8813");
        var answer = upload.send("invoices", (header + "\r\n" + file).getBytes(StandardCharsets.ISO_8859_1), "en");
        counts(answer, 1, 0, 0);
        assertThat(registry.findCreditor("5560990148").orElseThrow().name()).isEqualTo("Mälarvik Snickeri AB");
    }

    @Test
    void reducesAnInvoiceByItsCreditNoteOnce() throws Exception {
        var early = upload.invoices(Upload.sample("creditnote.xml"));
        counts(early, 0, 0, 1);
        assertThat(early.<String>at("$.findings[0].mend")).contains("Import invoice F-30217 first");
        assertThat(early.<String>at("$.findings[0].path"))
                .isEqualTo("/CreditNote/cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID");
        counts(upload.invoices(Upload.sample("invoice.xml")), 1, 0, 0);
        counts(upload.invoices(Upload.sample("creditnote.xml")), 1, 0, 0);
        counts(upload.invoices(Upload.sample("creditnote.xml")), 0, 1, 0);
        counts(upload.invoices(Upload.sample("invoice.xml")), 0, 1, 0);
        Invoice invoice = invoice("921583760", "F-30217");
        assertThat(open(invoice)).isEqualTo("NOK 5500.00");
        assertThat(invoice.paymentReference()).isEqualTo("003021700016");
        var customer = transaction.execute(
                status -> receivables.invoice(invoice.id()).debtor().email());
        assertThat(customer).isEqualTo("post@fausketann.example");
    }

    @Test
    void refusesAKnownNumberWithAnotherContentAndNamesWhatDiffers() throws Exception {
        String invoice = Upload.sample("invoice.xml").replace("F-30217", "F-1");
        counts(upload.invoices(invoice), 1, 0, 0);
        var other = upload.invoices(invoice.replace("7700.00", "7800.00"));
        counts(other, 0, 0, 1);
        assertThat(other.<String>at("$.findings[0].reason")).contains("amount", "7700.00", "7800.00");
    }

    @Test
    void refusesWhatTheBooksCannotFollow() throws Exception {
        String invoice = Upload.sample("invoice.xml").replace("F-30217", "F-2");
        var noDueDate = upload.invoices(invoice.replaceFirst("<cbc:DueDate>.*</cbc:DueDate>", ""));
        assertThat(noDueDate.<String>at("$.findings[0].field")).isEqualTo("DueDate");
        assertThat(upload.invoices(invoice.replace("NOK", "DKK")).<String>at("$.findings[0].reason"))
                .contains("DKK");
        assertThat(upload.invoices(invoice.replace(">NO<", ">DK<")).<String>at("$.findings[0].reason"))
                .contains("country is DK");
        assertThat(upload.invoices(invoice.replace("<cbc:IssueDate>2026-02-10</cbc:IssueDate>", ""))
                        .<String>at("$.findings[0].reason"))
                .contains("UBL 2.1");
    }

    @Test
    void tellsOfAReferenceWithAWrongCheckDigitAndTakesTheInvoice() throws Exception {
        String header = HEADER.replace("credits", "reference");
        String norwegian = "934567890,Sjekk AS,NO,S-%d,2026-02-01,2026-03-01,NOK,10.00,1,A,%s\n";
        String swedish = "5560990155,Koll AB,SE,S-%d,2026-02-01,2026-03-01,SEK,10.00,1,A,%s\n";
        var answer = upload.invoices(header
                + norwegian.formatted(1, "0010413")
                + norwegian.formatted(2, "0010414")
                + norwegian.formatted(3, "12343")
                + norwegian.formatted(4, "Ordre 17")
                + swedish.formatted(5, "88138")
                + swedish.formatted(6, "12343"));
        counts(answer, 6, 0, 0);
        assertThat(answer.<List<Integer>>at("$.findings[?(@.reason =~ /.*check digit.*/)].line"))
                .containsExactly(3, 7);
    }

    @Test
    void opensNoCaseForASumOfZero() throws Exception {
        String zero = Upload.sample("invoice.xml").replace("F-30217", "F-0").replace("7700.00", "0.00");
        var answer = upload.invoices(zero);
        counts(answer, 1, 0, 0);
        assertThat(answer.<Boolean>at("$.findings[0].refused")).isFalse();
        counts(upload.invoices(zero), 0, 1, 0);
        assertThat(registry.invoice(registry.findCreditor("921583760").orElseThrow(), "F-0"))
                .isEmpty();
    }

    @Test
    void takesTheGoodLinesAndNamesTheBadOnes() throws Exception {
        var answer = upload.invoices(HEADER
                + "811111111,Nordvik AS,NO,L-1,2026-02-01,2026-02-15,NOK,100.00,1,Ås AS,\n"
                + "811111111,,,L-2,2026-02-01,2026-02-15,NOK,1.234,1,Ås AS,\n"
                + "811111111,,,L-3,2026-02-01,2026-02-30,NOK,100.00,1,Ås AS,\n"
                + "811111111,,,L-4,2026-02-01,2026-02-15,NOK,100.00\n"
                + "811111111,,,,2026-02-01,2026-02-15,NOK,100.00,1,Ås AS,\n"
                + "811111111,,,L-6,2026-02-01,2026-02-15,NOK,\"2.000,00\",1,Ås AS,\n"
                + "811111111,,,L-7,2026-02-03,,NOK,-40.00,1,Ås AS,L-1\n"
                + "811111111,,,L-8,2026-02-03,,NOK,-40.00,1,Ås AS,\n");
        counts(answer, 3, 0, 5);
        assertThat(answer.<List<Integer>>at("$.findings[?(@.refused == true)].line"))
                .containsExactly(3, 4, 5, 6, 9);
        assertThat(answer.<List<String>>at("$.findings[?(@.line == 3)].field")).containsExactly("amount");
        assertThat(open(invoice("811111111", "L-1"))).isEqualTo("NOK 60.00");
    }

    @ParameterizedTest
    @CsvSource({
        "1990-04-01, 1990-05-01, 100.00, due, 2004",
        "2026-02-01, 2031-02-02, 100.00, due, five years",
        "2026-02-01, 2026-02-15, 1000000000000, amount, larger than",
        "2026-02-01, 2026-02-15, 1000000000000000, amount, larger than",
        "2026-02-01, 2026-02-15, 0.001, amount, read in two ways"
    })
    void refusesADateOrAnAmountThatCannotBeMeant(String issued, String due, String amount, String field, String reason)
            throws Exception {
        var answer = upload.invoices(
                HEADER + String.join(",", "811111111,Nordvik AS,NO,X-1", issued, due, "NOK", amount, "1,Ås AS,\n"));

        counts(answer, 0, 0, 1);
        assertThat(answer.<String>at("$.findings[0].field")).isEqualTo(field);
        assertThat(answer.<String>at("$.findings[0].reason")).contains(reason);
        assertThat(answer.<String>at("$.findings[0].mend")).isNotBlank();
    }

    @Test
    void refusesAnAmountInXmlThatCannotBeMeant() throws Exception {
        String invoice = Upload.sample("invoice.xml").replace("F-30217", "F-9");

        assertThat(upload.invoices(invoice.replace("7700.00", "1000000000000000.00"))
                        .<String>at("$.findings[0].reason"))
                .contains("larger than");
    }

    @Test
    void takesManyLinesToATransactionAndTheOnesAroundABadOneAlone() throws Exception {
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 0; i < 120; i++) {
            file.append("833333333,Mange AS,NO,MANGE-%d,2026-02-01,2026-02-15,%s,100.00,%d,Kunde,\n"
                    .formatted(i, i == 69 ? "USD" : "NOK", i));
        }
        var answer = upload.invoices(file.toString());
        counts(answer, 119, 0, 1);
        assertThat(answer.<List<Integer>>at("$.findings[?(@.refused == true)].line"))
                .containsExactly(71);
        assertThat(jdbc.sql("select count(distinct xmin::text) from app.invoice where number like 'MANGE-%'")
                        .query(Long.class)
                        .single())
                .as("fifty lines, forty-nine alone, and twenty")
                .isEqualTo(1 + 49 + 1);
    }

    @Test
    void booksOnceWhenTwoImportTheSameFileAtOnce() throws Exception {
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 0; i < 15; i++) {
            file.append(
                    "822222222,Tvilling AS,NO,T-%d,2026-02-01,2026-02-15,NOK,100.00,%d,Kunde,\n".formatted(i, i % 3));
        }
        Callable<Upload.Answer> read = () -> upload.invoices(file.toString());
        var threads = Executors.newFixedThreadPool(2);
        var answers = threads.invokeAll(List.of(read, read));
        threads.shutdown();
        int accepted = 0;
        int known = 0;
        for (var answer : answers) {
            assertThat(answer.get().<Integer>at("$.refused"))
                    .as(answer.get().body())
                    .isZero();
            accepted += answer.get().<Integer>at("$.accepted");
            known += answer.get().<Integer>at("$.known");
        }
        assertThat(accepted).isEqualTo(15);
        assertThat(known).isEqualTo(15);
        assertThat(receivables.ledger(invoice("822222222", "T-3").id())).hasSize(1);
    }

    @Test
    void takesThePeppolExamplesAsFarAsTheRulesGo() throws Exception {
        peppol("base-example.xml", 1, 0);
        Invoice invoice = invoice("GB983294", "Snippet1");
        assertThat(open(invoice)).isEqualTo("EUR 1656.25");
        peppol("base-creditnote-correction.xml", 1, 0);
        assertThat(open(invoice)).isEqualTo("EUR 0.00");
        assertThat(cases.ofInvoice(invoice.id()).orElseThrow().state()).isEqualTo(CaseState.CLOSED);
        var again = peppol("base-negative-inv-correction.xml", 1, 0);
        assertThat(again.<List<String>>at("$.findings[*].reason")).anyMatch(text -> text.contains("owed back"));
        var another = peppol("Allowance-example.xml", 0, 1);
        assertThat(another.<String>at("$.findings[0].reason")).contains("amount", "6125.00");
        peppol("Vat-category-S.xml", 0, 1);
        assertThat(peppol("vat-category-E.xml", 0, 1).<String>at("$.findings[0].reason"))
                .contains("GBP");
        peppol("vat-category-Z.xml", 0, 1);
    }

    /** Reads an example twice: what was taken is known, what was refused is refused again. */
    private Upload.Answer peppol(String name, int accepted, int refused) throws Exception {
        byte[] file = Files.readAllBytes(SharedData.require("peppol/" + name));
        var answer = upload.send("invoices", file, "en");
        counts(answer, accepted, 0, refused);
        counts(upload.send("invoices", file, "en"), 0, accepted, refused);
        return answer;
    }
}
