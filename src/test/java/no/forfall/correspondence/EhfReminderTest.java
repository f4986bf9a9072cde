package no.forfall.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import com.helger.ubl21.UBL21Marshaller;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.forfall.accounts.PeppolRules;
import no.forfall.home.ForfallHome;
import no.forfall.law.DebtorKind;
import no.forfall.outbox.EffectState;
import no.forfall.receivables.Address;
import no.forfall.receivables.Creditor;
import no.forfall.receivables.Debtor;
import no.forfall.receivables.Invoice;
import no.forfall.shared.Country;
import oasis.names.specification.ubl.schema.xsd.invoice_21.InvoiceType;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "forfall.letters.ehf=true")
class EhfReminderTest extends LetterTestCase {

    /** Of an invoice that EHF Reminder 3.0 is none of: it has no type code, and identifiers and a charge code of its own. */
    private static final List<String> RULES_OF_INVOICES =
            List.of("BR-04", "BR-CL-20", "PEPPOL-EN16931-R007", "PEPPOL-EN16931-CL003");

    private static final String MUNICIPALITY = "974760673";

    @Autowired
    ForfallHome home;

    @Autowired
    LetterVerification verification;

    @BeforeEach
    void itIsApril() {
        house.itIs("2026-04-20");
    }

    private Invoice invoice(DebtorKind kind, String organisation) {
        return transaction.execute(status -> {
            Creditor creditor = registry.creditor("923609016", "Nordlys AS", Country.NO);
            Address address = new Address("Storgata 14", "9008", "Tromsø", "NO");
            creditor.reachAt(address, "faktura@nordlys.example", null, "12345678903");
            String number = UUID.randomUUID().toString().substring(0, 8);
            Debtor debtor = registry.debtor(creditor, "K" + number, "Bakke & Sønner kommune", kind);
            debtor.describe(organisation, null, "post@bakke.example", null, address);
            LocalDate due = LocalDate.parse("2026-03-16");
            Invoice invoice = new Invoice(debtor, number, due.minusDays(14), due, Money.parse("NOK 12500.00"));
            invoice.payableWith("00123", null, null, false);
            return registry.register(invoice);
        });
    }

    @Test
    void reachesAPublicBodyThroughItsAccessPoint() throws Exception {
        Letter letter = send(invoice(DebtorKind.PUBLIC, MUNICIPALITY), LetterType.FEE_REMINDER);
        assertThat(stateOf(letter.id())).isEqualTo(EffectState.CONFIRMED);
        assertThat(letter.channel()).isEqualTo(Channel.EHF);
        assertThat(letter.recipient()).isEqualTo(MUNICIPALITY);
        byte[] file = Files.readAllBytes(
                home.folder("letters/ehf").resolve(letter.caseNumber() + "-" + letter.id() + ".xml"));
        assertThat(file).isEqualTo(letters.ehf(letter.id()).orElseThrow());
        assertThat(SERVER.received()).isEmpty();
        assertThat(verification.of(letter.caseNumber()).isWhole()).isTrue();

        InvoiceType reminder = UBL21Marshaller.invoice().read(file);
        assertThat(reminder).as("valid by the schema of UBL 2.1").isNotNull();
        assertThat(reminder.getCustomizationIDValue())
                .isEqualTo("urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
                        + "#conformant#urn:fdc:anskaffelser.no:2019:ehf:reminder:3.0");
        assertThat(reminder.getProfileIDValue()).isEqualTo("urn:fdc:anskaffelser.no:2019:ehf:postaward:g3:06:1.0");
        assertThat(reminder.getInvoiceTypeCode()).isNull();
        assertThat(reminder.getIDValue()).isEqualTo(letter.id().toString());
        assertThat(reminder.getDueDateValueLocal()).isEqualTo(letter.deadline());
        assertThat(reminder.getNoteAtIndex(0).getValue()).contains(letter.subject(), "Bakke & Sønner kommune");
        assertThat(reminder.getAccountingCustomerParty().getParty().getEndpointID())
                .satisfies(endpoint -> {
                    assertThat(endpoint.getSchemeID()).isEqualTo("0192");
                    assertThat(endpoint.getValue()).isEqualTo(MUNICIPALITY);
                });
        assertThat(reminder.getAllowanceCharge())
                .filteredOn(charge -> "REM".equals(charge.getAllowanceChargeReasonCodeValue()))
                .singleElement()
                .satisfies(charge -> assertThat(charge.getAmountValue()).isEqualByComparingTo("38.00"));
        assertThat(reminder.getInvoiceLineAtIndex(0).getLineExtensionAmountValue())
                .isEqualByComparingTo(letter.principal().getAmount());
        assertThat(reminder.getLegalMonetaryTotal().getPayableAmountValue())
                .isEqualByComparingTo(letter.total().getAmount());
        assertThat(PeppolRules.fired(file)).isGreaterThan(20);
        assertThat(PeppolRules.broken(file, "fatal")).isNotEmpty().allMatch(rule -> RULES_OF_INVOICES.stream()
                .anyMatch(rule::startsWith));
    }

    @Test
    void isForRemindersToPublicBodiesThatHaveANumber() {
        assertThat(channel(invoice(DebtorKind.PUBLIC, MUNICIPALITY), LetterType.COLLECTION_NOTICE))
                .as("a notice is more than a reminder")
                .isEqualTo(Channel.EMAIL);
        assertThat(channel(invoice(DebtorKind.PUBLIC, "974760670"), LetterType.FEE_REMINDER))
                .as("no number of an organisation")
                .isEqualTo(Channel.EMAIL);
        assertThat(channel(invoice(DebtorKind.BUSINESS, MUNICIPALITY), LetterType.FEE_REMINDER))
                .isEqualTo(Channel.EMAIL);
        assertThat(channel(invoice(DebtorKind.PUBLIC, MUNICIPALITY), LetterType.FRIENDLY_REMINDER))
                .isEqualTo(Channel.EHF);
    }

    private Channel channel(Invoice invoice, LetterType type) {
        return mailed(invoice, type).channel();
    }
}
