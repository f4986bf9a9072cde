package no.forfall.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.api.Invalid;
import no.forfall.cases.Cases;
import no.forfall.intake.Importer;
import no.forfall.intake.Imports;
import no.forfall.journal.Journal;
import no.forfall.journal.JournalEntry;
import no.forfall.outbox.Outbox;
import no.forfall.outbox.QueuedEffect;
import no.forfall.receivables.InvoiceSearch;
import no.forfall.shared.CaseNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A creditor that expects payment files every second banking day. */
@ForfallTest
class BankDataTest {

    private static final AtomicInteger COUNT = new AtomicInteger(1);
    private static final List<String> CREDITORS =
            List.of("910000012", "910000020", "910000039", "910000047", "910000055");

    @Autowired
    House house;

    @Autowired
    Imports imports;

    @Autowired
    InvoiceSearch invoices;

    @Autowired
    Cases cases;

    @Autowired
    BankData bankData;

    @Autowired
    Journal journal;

    @Autowired
    Outbox outbox;

    private int mine;
    private CaseNumber number;
    private long creditor;

    @BeforeEach
    void anInvoiceThatIsDueOnTheSixteenthOfMarch() {
        mine = COUNT.getAndIncrement();
        house.itIs("2026-03-02");
        receive(Importer.INVOICES, """
                creditor_org;creditor_name;creditor_country;invoice;issued;due;currency;amount;reference;account;customer;name;kind;email;street;postal_code;city;country;relation
                %s;Elvebakken Data %d AS;NO;EB-1;2026-02-20;2026-03-16;NOK;900.00;99000%d;1503401234%d;E1;Tiril Eide;business;tiril@eide.example;Lia 1;0150;Oslo;NO;known
                """.formatted(CREDITORS.get(mine - 1), mine, mine, mine));
        var invoice = invoices.withReference("99000" + mine).get(0);
        number = cases.ofInvoice(invoice.id()).orElseThrow().number();
        creditor = invoice.creditor().id();
        bankData.expect(creditor, 2);
    }

    @AfterEach
    void nothingIsExpectedAnyMore() {
        bankData.expect(creditor, null);
    }

    private List<QueuedEffect> waiting() {
        return outbox.standing(number).stream()
                .filter(effect -> BankData.RULE.equals(effect.rule()))
                .toList();
    }

    private long lettersSent() {
        return told().stream().filter("LetterSent"::equals).count();
    }

    private List<String> told() {
        return journal.of(number, Long.MAX_VALUE, 500).stream()
                .map(JournalEntry::kind)
                .toList();
    }

    private BankData.Standing standing() {
        return bankData.all().stream()
                .filter(each -> each.creditorId() == creditor)
                .findFirst()
                .orElseThrow();
    }

    private boolean late() {
        return standing().late();
    }

    private void receive(String kind, String file) {
        imports.receive(kind, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), "file", "test");
    }

    @Test
    void friendlyLettersLeaveAndTheFirstFeeWaitsUntilAFileComes() {
        house.goTo("2026-05-04");
        assertThat(waiting()).singleElement().satisfies(effect -> assertThat(effect.reason())
                .contains("Det har ikke kommet noen innbetalingsfil"));
        long friendly = lettersSent();
        assertThat(friendly).isPositive();
        house.goTo("2026-05-08");
        assertThat(waiting()).hasSize(1);
        assertThat(told().stream().filter("EffectStoodStill"::equals)).hasSize(1);
        bankData.received(Map.of(creditor, LocalDate.parse("2026-05-07")), Map.of());
        house.settle();
        assertThat(waiting()).isEmpty();
        assertThat(lettersSent()).isEqualTo(friendly + 1);
    }

    @Test
    void aPaymentThatTheFileBringsEndsTheCaseBeforeTheFee() {
        house.goTo("2026-05-04");
        long friendly = lettersSent();
        receive(Importer.PAYMENTS, "id;booked;amount;currency;reference\nEB;2026-04-30;900.00;NOK;99000" + mine + "\n");
        house.settle();
        assertThat(lettersSent()).isEqualTo(friendly);
        assertThat(told()).contains("CaseClosed");
        assertThat(standing().newestOn()).isEqualTo("2026-04-30");
    }

    @Test
    void dataIsLateWhenItIsOlderThanTheRhythmInBankingDays() {
        bankData.received(Map.of(creditor, LocalDate.parse("2026-03-05")), Map.of());
        house.itIs("2026-03-09");
        assertThat(late()).as("Monday, two banking days after Thursday").isFalse();
        house.itIs("2026-03-10");
        assertThat(late()).isTrue();
        bankData.received(Map.of(), Map.of("9999 99 99999", LocalDate.parse("2026-03-10")));
        assertThat(late()).as("another account").isTrue();
        bankData.received(Map.of(), Map.of("1503 40 1234" + mine, LocalDate.parse("2026-03-09")));
        assertThat(late()).isFalse();
        bankData.received(Map.of(creditor, LocalDate.parse("2026-01-09")), Map.of());
        assertThat(late()).as("an old file that comes again").isFalse();
    }

    /** A statement of a day on which nobody paid. */
    @Test
    void aStatementWithoutPaymentsIsFreshDataToo() {
        house.itIs("2026-03-10");
        assertThat(late()).isTrue();
        receive(Importer.PAYMENTS, """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId></GrpHdr>
                <Stmt><Id>S</Id><CreDtTm>2026-03-10T05:00:00</CreDtTm>
                <FrToDt><FrDtTm>2026-03-09T00:00:00</FrDtTm><ToDtTm>2026-03-09T23:59:59</ToDtTm></FrToDt>
                <Acct><Id><Othr><Id>1503401234%d</Id></Othr></Id></Acct></Stmt></BkToCstmrStmt></Document>
                """.formatted(mine));
        assertThat(late()).isFalse();
        assertThat(standing().newestOn()).isEqualTo("2026-03-09");
    }

    @Test
    void aRhythmIsANumberOfBankingDays() {
        assertThatThrownBy(() -> bankData.expect(creditor, 0)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> bankData.expect(creditor, 31)).isInstanceOf(Invalid.class);
    }
}
