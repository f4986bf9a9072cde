package no.forfall.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.SharedData;
import no.forfall.cases.Cases;
import no.forfall.cases.ClosingReason;
import no.forfall.intake.Upload;
import no.forfall.law.DebtorKind;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Receivables;
import no.forfall.receivables.Registry;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the files of banks come to in the books. */
@ForfallTest
class PaymentFilesTest {

    private static final String CAMT = "12345678903";

    @Autowired
    House house;

    @Autowired
    Registry registry;

    @Autowired
    Receivables receivables;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Upload upload;

    long before;

    @BeforeEach
    void itIsMarch() {
        house.itIs("2026-03-02");
        before = jdbc.sql("select coalesce(max(id), 0) from app.payment")
                .query(Long.class)
                .single();
    }

    private CaseNumber caseOf(String account, String reference, String amount) {
        return transaction.execute(status -> {
            var creditor = registry.creditor("944444444", "Fjellheisen AS", Country.NO);
            var debtor =
                    registry.debtor(creditor, "K" + account + reference, "Kunde " + reference, DebtorKind.BUSINESS);
            var invoice = new Invoice(
                    debtor,
                    "F" + account + reference,
                    LocalDate.parse("2026-02-20"),
                    LocalDate.parse("2026-03-20"),
                    Money.parse(amount));
            invoice.payableWith(reference, account, null, false);
            return cases.ofInvoice(registry.register(invoice).id())
                    .orElseThrow()
                    .number();
        });
    }

    private Upload.Answer shared(String name) throws Exception {
        return upload.send("payments", Files.readAllBytes(SharedData.require(name)), "en");
    }

    private String open(CaseNumber number) {
        return receivables
                .balanceOf(cases.get(number).invoiceId(), house.today())
                .principal()
                .toString();
    }

    private static void isKnown(Upload.Answer answer, int payments) {
        assertThat(answer.<Integer>at("$.known")).as(answer.body()).isEqualTo(payments);
        assertThat(answer.<Integer>at("$.records")).isEqualTo(payments);
    }

    private static void comesTo(Upload.Answer answer, int posted, int queued, Map<String, String> total) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.<Integer>at("$.posted")).as(answer.body()).isEqualTo(posted);
        assertThat(answer.<Integer>at("$.queued")).as(answer.body()).isEqualTo(queued);
        assertThat(answer.<Integer>at("$.refused")).isZero();
        assertThat(answer.<Map<String, String>>at("$.total")).isEqualTo(total);
    }

    private static void isRefused(Upload.Answer answer, String because) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.<String>at("$.reason")).contains(because);
        assertThat(answer.<String>at("$.mend")).isNotBlank();
    }

    private long paymentsInTheBooks() {
        return jdbc.sql("select count(*) from app.payment where id > ?")
                .param(before)
                .query(Long.class)
                .single();
    }

    @Test
    void postsANotificationAndKnowsItsTwins() throws Exception {
        CaseNumber one = caseOf(CAMT, "0010017", "NOK 1250.00");
        CaseNumber other = caseOf(CAMT, "0010025", "NOK 500.00");
        var answer = shared("camt/no_camt054_001_02_lump_3_kid.xml");
        comesTo(answer, 2, 2, Map.of("NOK", "2059.50"));
        assertThat(answer.<Map<String, String>>at("$.postedSum")).isEqualTo(Map.of("NOK", "1749.50"));
        assertThat(cases.get(one).closingReason()).isEqualTo(ClosingReason.PAID);
        assertThat(open(other)).isEqualTo("NOK 0.50");
        assertThat(reasons())
                .containsExactlyInAnyOrder("0010018 UNKNOWN_REFERENCE null", "null NO_REFERENCE Faktura 1003");
        assertThat(answer.<List<String>>at("$.findings[*].path"))
                .contains("/Document/BkToCstmrDbtCdtNtfctn/Ntfctn[1]/Ntry[1]/NtryDtls/TxDtls[3]");
        assertThat(answer.<List<String>>at("$.findings[*].reason"))
                .contains(
                        "Passed over, because they are no payments to you: 1 debit entries, and 1 entries that are not"
                                + " booked yet.");
        isKnown(shared("camt/no_camt054_001_02_lump_3_kid.xml"), 4);
        isKnown(shared("camt/no_camt054_001_08_lump_3_kid.xml"), 4);
        isKnown(shared("camt/bom_and_blank_prefix_no_camt054_02.xml"), 4);
        assertThat(paymentsInTheBooks()).isEqualTo(4);
    }

    private List<String> reasons() {
        return jdbc.sql(
                        "select reference, reason, text from app.payment where reason is not null and id > ? order by id")
                .param(before)
                .query((row, number) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .list();
    }

    @Test
    void refusesAFileThatReachesForOthers() throws Exception {
        isRefused(shared("camt/BAD_xxe.xml"), "DOCTYPE");
        assertThat(paymentsInTheBooks()).isZero();
    }

    /** Two equal payments in the two notifications of a day, then the statement of that day. */
    @Test
    void keepsEqualPaymentsOfTwoFilesApartByTheReferenceOfTheBank() throws Exception {
        CaseNumber number = caseOf(CAMT, "0010033", "NOK 1000.00");
        comesTo(upload.payments(notification("A1")), 1, 0, Map.of("NOK", "100.00"));
        comesTo(upload.payments(notification("A2")), 1, 0, Map.of("NOK", "100.00"));
        isKnown(upload.payments(notification("A1")), 1);
        String statement = notification("A2", "A1")
                .replace("camt.054", "camt.053")
                .replace("Ntfctn", "Stmt")
                .replace("BkToCstmrDbtCdtStmt", "BkToCstmrStmt");
        isKnown(upload.payments(statement), 2);
        isKnown(upload.payments(statement.replaceAll("<Refs>.*?</Refs>", "")), 2);
        comesTo(upload.payments(notification("A1", "A1")), 1, 0, Map.of("NOK", "200.00"));
        isKnown(upload.payments(notification("A1", "A1")), 2);
        assertThat(open(number)).isEqualTo("NOK 700.00");
    }

    private static String notification(String... bankReferences) {
        StringBuilder payments = new StringBuilder();
        for (String bankReference : bankReferences) {
            payments.append(
                    ("<TxDtls><Refs><AcctSvcrRef>%s</AcctSvcrRef></Refs><Amt Ccy=\"NOK\">100.00</Amt><RmtInf><Strd>"
                                    + "<CdtrRefInf><Ref>0010033</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>")
                            .formatted(bankReference));
        }
        return ("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\"><BkToCstmrDbtCdtNtfctn><Ntfctn>"
                        + "<Acct><Id><Othr><Id>12345678903</Id></Othr></Id></Acct><Ntry><Amt Ccy=\"NOK\">%d.00</Amt>"
                        + "<CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-03-01</Dt></BookgDt>"
                        + "<NtryDtls>%s</NtryDtls></Ntry></Ntfctn></BkToCstmrDbtCdtNtfctn></Document>")
                .formatted(100 * bankReferences.length, payments);
    }

    @Test
    void postsNothingOfAFileThatIsCutOrDoesNotAddUp() throws Exception {
        caseOf(CAMT, "0010041", "NOK 100.00");
        String whole = notification("B1").replace("0010033", "0010041");
        isRefused(upload.payments(whole.substring(0, whole.length() - 20)), "broken at line 1");
        isRefused(upload.payments(whole.replace(">100.00</Amt><Cdt", ">101.00</Amt><Cdt")), "details come to");
        assertThat(paymentsInTheBooks()).isZero();
        var nb = upload.send("payments", whole.replace("camt.054", "camt.099").getBytes(StandardCharsets.UTF_8), "nb");
        assertThat(nb.<String>at("$.reason"))
                .isEqualTo(
                        "XML-filen er Document (camt.099.001.08). Innbetalinger leses fra camt.053.001 og camt.054.001, versjon 02"
                                + " til 13.");
    }

    @Test
    void postsAnOcrGiroFile() throws Exception {
        CaseNumber first = caseOf("99991042764", "0000531", "NOK 1020.00");
        CaseNumber withoutZeros = caseOf("99991042764", "36633", "NOK 1020.00");
        var answer = shared("ocr-giro/ocr_giro_transactions.txt");
        comesTo(answer, 1, 19, Map.of("NOK", "51449.00"));
        assertThat(cases.get(first).closingReason()).isEqualTo(ClosingReason.PAID);
        assertThat(open(withoutZeros)).isEqualTo("NOK 1020.00");
        isKnown(shared("ocr-giro/ocr_giro_transactions.txt"), 20);
    }

    @Test
    void postsABgMaxFileWithThePartsOfItsPayments() throws Exception {
        CaseNumber alone = caseOf("9912346", "535765", "SEK 500.00");
        CaseNumber part = caseOf("9912346", "7495575", "SEK 1500.00");
        CaseNumber other = caseOf("9912346", "695668", "SEK 500.00");
        CaseNumber untold = caseOf("9912346", "665760", "SEK 450.00");
        var answer = shared("bgmax/BgMaxfil4.txt");
        comesTo(answer, 3, 10, Map.of("EUR", "4000.00", "SEK", "8600.00"));
        assertThat(answer.<Map<String, String>>at("$.postedSum")).isEqualTo(Map.of("SEK", "2000.00"));
        assertThat(cases.get(alone).closingReason()).isEqualTo(ClosingReason.PAID);
        assertThat(cases.get(other).closingReason()).isEqualTo(ClosingReason.PAID);
        assertThat(open(part)).isEqualTo("SEK 500.00");
        assertThat(open(untold)).isEqualTo("SEK 450.00");
        assertThat(reasons())
                .contains(
                        "665760 + 665869 + 665661 + 657775 SEVERAL_REFERENCES Betalning med extra refnr 665869 657775 665661"
                                + " 665760",
                        "74450 REVERSAL null");
        isKnown(shared("bgmax/BgMaxfil4.txt"), 13);
        comesTo(shared("bgmax/minimal.txt"), 0, 1, Map.of("SEK", "1100.00"));
        isKnown(shared("bgmax/minimal.txt"), 1);
    }

    @Test
    void postsNothingOfABgMaxOrOcrGiroFileThatIsCutOrDoesNotAddUp() throws Exception {
        for (String name : List.of("bgmax/minimal.txt", "ocr-giro/ocr_giro_transactions.txt")) {
            String file = Files.readString(SharedData.require(name), StandardCharsets.ISO_8859_1);
            isRefused(upload.payments(file.substring(0, file.length() - 120)), "it is cut");
            isRefused(
                    upload.payments(
                            file.replace("110000SEK", "110001SEK").replace("00000000005144900", "00000000005144901")),
                    "Sum: line");
        }
        isRefused(shared("bgmax/not_bgmax_at_all.pdf"), "does not name the columns");
        assertThat(paymentsInTheBooks()).isZero();
    }

    @Test
    void readsTheSamplesOfEveryFormat() throws Exception {
        CaseNumber whole = caseOf("15034012358", "0010504", "NOK 1000.00");
        CaseNumber one = caseOf("15034012358", "0010520", "NOK 300.00");
        CaseNumber other = caseOf("15034012358", "0010538", "NOK 300.00");
        CaseNumber swedish = caseOf("5431-0982", "88138", "SEK 18750.00");
        CaseNumber part = caseOf("5431-0982", "2026037", "SEK 600.00");
        CaseNumber paidByKid = caseOf("15034012358", "0010553", "NOK 1250.00");
        comesTo(sample("camt054.xml"), 3, 1, Map.of("NOK", "1750.00"));
        var statement = sample("camt053.xml");
        assertThat(statement.<Integer>at("$.known")).as(statement.body()).isEqualTo(4);
        comesTo(statement, 0, 1, Map.of("NOK", "1630.00"));
        assertThat(statement.<List<String>>at("$.findings[*].reason"))
                .anyMatch(reason -> reason.startsWith("NOK 4200.00 is the sum of 6 payments"))
                .anyMatch(reason -> reason.startsWith("NOK -120.00 is negative"));
        comesTo(sample("ocr-giro.txt"), 1, 2, Map.of("NOK", "1500.00"));
        comesTo(sample("bgmax.txt"), 2, 3, Map.of("SEK", "19450.00"));
        for (CaseNumber paid : List.of(whole, one, swedish, part, paidByKid)) {
            assertThat(cases.get(paid).closingReason()).isEqualTo(ClosingReason.PAID);
        }
        assertThat(open(other)).isEqualTo("NOK 100.00");
        for (Map.Entry<String, Integer> again : Map.of(
                        "camt054.xml", 4, "camt053.xml", 5, "ocr-giro.txt", 3, "bgmax.txt", 5)
                .entrySet()) {
            isKnown(sample(again.getKey()), again.getValue());
        }
    }

    @Test
    void aPaymentThatAFileOfAnotherFormatToldOfWaitsForAPerson() throws Exception {
        CaseNumber owed = caseOf("15034012358", "0010603", "NOK 1000.00");
        String numbered = "id;booked;amount;currency;reference;account\n"
                + "T-1;2026-03-01;300.00;NOK;0010603;1503 40 12358\nT-2;2026-03-01;300.00;NOK;0010603;1503 40 12358\n";
        comesTo(upload.payments(numbered), 2, 0, Map.of("NOK", "600.00"));
        String header = "booked;amount;currency;reference;account\n";
        var other = upload.payments(header + "2026-03-01;300.00;NOK;0010603;15034012358\n");
        comesTo(other, 0, 1, Map.of("NOK", "300.00"));
        assertThat(other.<List<String>>at("$.findings[*].reason"))
                .containsExactly("NOK 300.00 may be the payment of another file. It waits.");
        assertThat(open(owed)).isEqualTo("NOK 400.00");
        comesTo(
                upload.payments(header + "2026-03-01;100.00;NOK;0010603;15034012358\n"
                        + "2026-03-02;300.00;NOK;0010603;15034012358\n"),
                2,
                0,
                Map.of("NOK", "400.00"));
        assertThat(cases.get(owed).closingReason()).isEqualTo(ClosingReason.PAID);
    }

    private Upload.Answer sample(String name) throws Exception {
        try (InputStream file = getClass().getResourceAsStream("/samples/" + name)) {
            return upload.send("payments", file.readAllBytes(), "en");
        }
    }
}
