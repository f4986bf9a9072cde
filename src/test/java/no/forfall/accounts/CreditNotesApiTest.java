package no.forfall.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.helger.ubl21.UBL21Marshaller;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.law.DebtorKind;
import no.forfall.receivables.Address;
import no.forfall.receivables.Creditor;
import no.forfall.receivables.Debtor;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Part;
import no.forfall.receivables.Receivables;
import no.forfall.receivables.Registry;
import no.forfall.receivables.Voucher;
import no.forfall.shared.Country;
import oasis.names.specification.ubl.schema.xsd.creditnote_21.CreditNoteType;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Two creditors of these tests alone; every test has an invoice of its own. */
@ForfallTest
class CreditNotesApiTest {

    private static final LocalDate DAY = LocalDate.parse("2026-04-20");
    private static final String NORWEGIAN = "974760673";
    private static final String SWEDISH = "5560360793";

    @Autowired
    MockMvc http;

    @Autowired
    House house;

    @Autowired
    Registry registry;

    @Autowired
    Receivables receivables;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void itIsApril() {
        house.itIs("2026-04-20");
    }

    private Invoice invoice(Country country, String number, String amount, String organisation, String email) {
        return transaction.execute(status -> {
            boolean norway = country == Country.NO;
            Creditor creditor = registry.creditor(
                    norway ? NORWEGIAN : SWEDISH, norway ? "Kreditnota & Sønn AS" : "Kreditfaktura AB", country);
            creditor.reachAt(
                    new Address("Storgata 14", "9008", "Tromsø", null), "post@kreditor.example", "77001122", null);
            Debtor debtor = registry.debtor(creditor, "K-" + number, "Åse <Eide>", DebtorKind.PRIVATE);
            debtor.describe(organisation, null, email, null, new Address("Lia 1", "0150", "Oslo", null));
            LocalDate due = LocalDate.parse("2026-03-20");
            return registry.register(new Invoice(debtor, number, due.minusDays(14), due, Money.parse(amount)));
        });
    }

    private Map<String, byte[]> export(String creditor, long after) throws Exception {
        byte[] zip = http.perform(get("/api/accounts/credit-notes.zip?after=" + after + "&creditor=" + creditor)
                        .with(user("mona").roles("MANAGER")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.put(entry.getName(), entries.readAllBytes());
            }
        }
        return files;
    }

    private static String index(Map<String, byte[]> files) {
        return new String(files.get("index.csv"), StandardCharsets.UTF_8)
                .lines()
                .toList()
                .get(1);
    }

    private static long highest(Map<String, byte[]> files) {
        return Long.parseLong(index(files).split(";")[1]);
    }

    private long before(String creditor) throws Exception {
        return highest(export(creditor, 0));
    }

    private static CreditNoteType read(byte[] file) {
        CreditNoteType note = UBL21Marshaller.creditNote().read(file);
        assertThat(note).as("valid by the schema").isNotNull();
        return note;
    }

    private static List<CreditNoteType> notes(Map<String, byte[]> files, Invoice of) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".xml"))
                .map(file -> read(file.getValue()))
                .filter(note -> of.number()
                        .equals(note.getBillingReferenceAtIndex(0)
                                .getInvoiceDocumentReference()
                                .getIDValue()))
                .toList();
    }

    private static List<String> lines(CreditNoteType note) {
        return note.getCreditNoteLine().stream()
                .map(line -> line.getItem().getNameValue() + " "
                        + line.getLineExtensionAmountValue().toPlainString())
                .toList();
    }

    private Voucher because(String source) {
        return new Voucher(DAY, source, "She is bankrupt", "mona");
    }

    private void charge(Invoice invoice, Part part, String amount) {
        receivables.charge(invoice.id(), part, Money.parse(amount), DAY, "letter:" + part);
    }

    @Test
    void tellsAWriteOffAsOneNoteWithThePrincipalApartFromWhatWasAdded() throws Exception {
        Invoice owed = invoice(Country.NO, "KN-1", "NOK 500.00", NORWEGIAN, null);
        charge(owed, Part.FEE, "NOK 38.00");
        charge(owed, Part.INTEREST, "NOK 5.10");
        receivables.pay(owed.id(), Money.parse("NOK 100.00"), DAY, "payment:kn1");
        receivables.waive(owed.id(), Part.FEE, Money.parse("NOK 8.00"), because("waiver:kn1"));
        receivables.writeOff(owed.id(), because("writeoff:kn1"));
        Map<String, byte[]> files = export(NORWEGIAN, 0);
        List<CreditNoteType> notes = notes(files, owed);
        assertThat(notes).hasSize(2);
        assertThat(lines(notes.get(0))).containsExactly("Purregebyr: frafalt 8.00");
        assertThat(lines(notes.get(1)))
                .containsExactlyInAnyOrder(
                        "Hovedstol: tapsført 400.00", "Purregebyr: tapsført 30.00", "Forsinkelsesrente: tapsført 5.10");
        CreditNoteType note = notes.get(1);
        assertThat(note.getLegalMonetaryTotal().getPayableAmountValue()).isEqualByComparingTo("435.10");
        assertThat(note.getDocumentCurrencyCodeValue()).isEqualTo("NOK");
        assertThat(note.getIssueDateValueLocal()).isEqualTo(DAY);
        assertThat(note.getNoteAtIndex(0).getValue()).contains("merverdiavgiftsloven § 4-7");
        assertThat(note.getAccountingSupplierParty()
                        .getParty()
                        .getPartyLegalEntityAtIndex(0)
                        .getRegistrationNameValue())
                .isEqualTo("Kreditnota & Sønn AS");
        assertThat(note.getAccountingCustomerParty()
                        .getParty()
                        .getPartyIdentificationAtIndex(0)
                        .getIDValue())
                .isEqualTo("K-KN-1");
        assertThat(new String(files.get(note.getIDValue() + ".xml"), StandardCharsets.UTF_8))
                .doesNotContain("bankrupt");
    }

    @Test
    void keepsTheRulesOfPeppol() throws Exception {
        Invoice norwegian = invoice(Country.NO, "KN-2", "NOK 500.00", NORWEGIAN, "post@kunde.example");
        Invoice abroad = invoice(Country.NO, "KN-3", "EUR 500.00", "5566778899", null);
        Invoice swedish = invoice(Country.SE, "KN-4", "SEK 500.00", "556677-8899", "post@kund.example");
        Invoice offset = invoice(Country.SE, "KN-5", "SEK 500.00", SWEDISH, null);
        charge(norwegian, Part.FEE, "NOK 38.00");
        charge(offset, Part.FEE, "SEK 60.00");
        receivables.compensate(offset.id(), Money.parse("SEK 450.00"), DAY, "letter:kn5");
        for (Invoice each : List.of(norwegian, abroad, swedish)) {
            receivables.writeOff(each.id(), because("writeoff:" + each.number()));
        }
        Map<String, byte[]> files = export(NORWEGIAN, 0);
        files.putAll(export(SWEDISH, 0));
        for (Invoice each : List.of(norwegian, abroad, swedish, offset)) {
            CreditNoteType note = notes(files, each).get(0);
            byte[] file = files.get(note.getIDValue() + ".xml");
            assertThat(PeppolRules.fired(file)).isGreaterThan(20);
            assertThat(PeppolRules.broken(file, "fatal")).as(each.number()).isEmpty();
            assertThat(PeppolRules.broken(file, "warning"))
                    .as(each.number())
                    .allMatch(rule -> rule.startsWith("NO-R-002"));
        }
        assertThat(lines(notes(files, offset).get(0))).containsExactly("Förseningsersättning: avräknad 60.00");
        assertThat(notes(files, swedish).get(0).getNoteAtIndex(0).getValue()).contains("8 kap.");
    }

    @Test
    void lacksOnlyTheElectronicAddressOfAPerson() throws Exception {
        Invoice person = invoice(Country.NO, "KN-6", "NOK 500.00", null, "ase@eide.example");
        receivables.writeOff(person.id(), because("writeoff:kn6"));
        Map<String, byte[]> files = export(NORWEGIAN, 0);
        CreditNoteType note = notes(files, person).get(0);
        assertThat(PeppolRules.broken(files.get(note.getIDValue() + ".xml"), "fatal"))
                .singleElement()
                .satisfies(rule -> assertThat(rule).startsWith("PEPPOL-EN16931-R010"));
    }

    @Test
    void aNoteIsTheSameWheneverItIsExported() throws Exception {
        long start = before(NORWEGIAN);
        Invoice owed = invoice(Country.NO, "KN-7", "NOK 500.00", NORWEGIAN, null);
        charge(owed, Part.FEE, "NOK 38.00");
        receivables.waive(owed.id(), Part.FEE, Money.parse("NOK 8.00"), because("waiver:kn7"));
        Map<String, byte[]> first = export(NORWEGIAN, start);
        assertThat(first).hasSize(2);
        assertThat(index(first)).isEqualTo(start + ";" + highest(first) + ";1");
        receivables.writeOff(owed.id(), because("writeoff:kn7"));
        Map<String, byte[]> next = export(NORWEGIAN, highest(first));
        assertThat(next).hasSize(2);
        assertThat(lines(notes(next, owed).get(0)))
                .containsExactlyInAnyOrder("Hovedstol: tapsført 500.00", "Purregebyr: tapsført 30.00");
        Map<String, byte[]> both = export(NORWEGIAN, start);
        assertThat(both).hasSize(3).containsAllEntriesOf(without(first)).containsAllEntriesOf(without(next));
        assertThat(without(export(NORWEGIAN, highest(next) - 1)))
                .as("behind the first of its vouchers: whole, under its number")
                .containsExactlyEntriesOf(without(next));
        Map<String, byte[]> nothing = export(NORWEGIAN, highest(next));
        assertThat(index(nothing)).isEqualTo(highest(next) + ";" + highest(next) + ";0");
    }

    private static Map<String, byte[]> without(Map<String, byte[]> files) {
        Map<String, byte[]> notes = new LinkedHashMap<>(files);
        notes.remove("index.csv");
        return notes;
    }

    @Test
    void aPaymentThatIsTakenBackMakesNoNoteAndLeavesTheOthersAsTheyWere() throws Exception {
        Invoice owed = invoice(Country.NO, "KN-8", "NOK 500.00", NORWEGIAN, null);
        receivables.pay(owed.id(), Money.parse("NOK 300.00"), DAY, "payment:kn8");
        receivables.writeOff(owed.id(), because("writeoff:kn8"));
        Map<String, byte[]> before = export(NORWEGIAN, 0);
        receivables.takeBack(owed.id(), "payment:kn8", because("reversal:kn8"));
        assertThat(without(export(NORWEGIAN, highest(before)))).isEmpty();
        receivables.writeOff(owed.id(), because("writeoff:kn8-again"));
        assertThat(notes(export(NORWEGIAN, highest(before)), owed))
                .singleElement()
                .satisfies(note -> assertThat(lines(note)).containsExactly("Hovedstol: tapsført 300.00"));
    }

    @Test
    void goesOnPastOneReading() throws Exception {
        long start = before(SWEDISH);
        Invoice owed = invoice(Country.SE, "KN-9", "SEK 500.00", SWEDISH, null);
        charge(owed, Part.FEE, "SEK 450.00");
        for (int n = 0; n < 203; n++) {
            receivables.waive(owed.id(), Part.FEE, Money.parse("SEK 1.00"), because("waiver:kn9-" + n));
        }
        Map<String, byte[]> files = export(SWEDISH, start);
        assertThat(files).hasSize(204);
        assertThat(index(files)).endsWith(";203");
    }

    @Test
    void isForManagers() throws Exception {
        http.perform(get("/api/accounts/credit-notes.zip").with(user("kari").roles("HANDLER")))
                .andExpect(status().isForbidden());
    }
}
