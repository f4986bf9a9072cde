package no.forfall.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.cases.ClosingReason;
import no.forfall.cases.Tokens;
import no.forfall.intake.Upload;
import no.forfall.journal.Journal;
import no.forfall.law.DebtorKind;
import no.forfall.outbox.Effect;
import no.forfall.outbox.EffectState;
import no.forfall.outbox.Outbox;
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

@ForfallTest
class PaymentImportTest {

    private static final String HEADER = "id;booked;amount;currency;reference;payer;account;text\n";

    @Autowired
    House house;

    @Autowired
    Registry registry;

    @Autowired
    Receivables receivables;

    @Autowired
    Cases cases;

    @Autowired
    Tokens tokens;

    @Autowired
    Payments payments;

    @Autowired
    Journal journal;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Upload upload;

    @BeforeEach
    void itIsMarch() {
        house.itIs("2026-03-02");
    }

    private CaseNumber caseOf(String number, String reference, String amount) {
        return transaction.execute(status -> {
            var creditor = registry.creditor("933333333", "Vestbygg AS", Country.NO);
            var debtor = registry.debtor(creditor, number, "Kunde " + number, DebtorKind.BUSINESS);
            var invoice = new Invoice(
                    debtor, number, LocalDate.parse("2026-02-20"), LocalDate.parse("2026-03-20"), Money.parse(amount));
            invoice.payableWith(reference, "15034012349", null, false);
            long id = registry.register(invoice).id();
            return cases.ofInvoice(id).orElseThrow().number();
        });
    }

    private String open(CaseNumber number) {
        return receivables
                .balanceOf(cases.get(number).invoiceId(), house.today())
                .principal()
                .toString();
    }

    private QueueReason reasonOf(CaseNumber number, int payment) {
        return payments.of(number).get(payment).reason();
    }

    @Test
    void postsWhatFitsAndQueuesTheRestWithItsReason() throws Exception {
        CaseNumber exact = caseOf("M-1", "0000531", "NOK 500.00");
        CaseNumber part = caseOf("M-2", "0000532", "NOK 500.00");
        CaseNumber over = caseOf("M-3", "0000533", "NOK 500.00");
        CaseNumber twice = caseOf("M-4", "0000534", "NOK 500.00");
        CaseNumber currency = caseOf("M-5", "0000535", "NOK 500.00");
        CaseNumber credited = caseOf("M-6", "0000536", "NOK 500.00");
        receivables.credit(cases.get(credited).invoiceId(), Money.parse("NOK 500.00"), house.today(), "creditnote:C");
        var answer = upload.payments(HEADER
                + "x1;2026-03-01;500,00;NOK;0000531;A;;\n"
                + "x2;2026-03-01;200,00;NOK;M-2;A;;\n"
                + "x3;2026-03-01;620,00;NOK;0000533;A;;\n"
                + "x4;2026-03-01;500,00;NOK;0000534;A;;\n"
                + "x5;2026-03-01;500,00;NOK;0000534;A;;\n"
                + "x6;2026-03-01;50,00;EUR;0000535;A;;\n"
                + "x7;2026-03-01;500,00;NOK;0000536;A;;\n"
                + "x8;2026-03-01;500,00;NOK;531;A;;\n"
                + "x9;2026-03-01;500,00;NOK;;A;;Faktura M-5\n"
                + "x10;2026-03-01;-75,00;NOK;0000531;A;;\n"
                + "x11;2026-03-01;0;NOK;0000531;A;;\n"
                + "x12;2026-03-01;1.234;NOK;0000531;A;;\n"
                + "x13;31.02.2026;10,00;NOK;0000531;A;;\n"
                + "x1;2026-03-01;500,00;NOK;0000531;A;;\n"
                + "x2;2026-03-01;300,00;NOK;M-2;A;;\n");
        assertThat(answer.<Integer>at("$.records")).as(answer.body()).isEqualTo(15);
        assertThat(answer.<Integer>at("$.posted")).isEqualTo(3);
        assertThat(answer.<Integer>at("$.queued")).isEqualTo(8);
        assertThat(answer.<Integer>at("$.known")).isEqualTo(1);
        assertThat(answer.<Integer>at("$.refused")).isEqualTo(3);
        assertThat(answer.<Map<String, String>>at("$.total"))
                .containsOnly(Map.entry("NOK", "4245.00"), Map.entry("EUR", "50.00"));
        assertThat(answer.<Map<String, String>>at("$.postedSum")).containsEntry("NOK", "1700.00");
        assertThat(answer.<Map<String, String>>at("$.queuedSum")).containsEntry("NOK", "2045.00");
        assertThat(open(exact)).isEqualTo("NOK 0.00");
        assertThat(open(part)).isEqualTo("NOK 300.00");
        assertThat(cases.get(part).state()).isEqualTo(CaseState.OPEN);
        assertThat(cases.get(over).closingReason()).isEqualTo(ClosingReason.PAID);
        assertThat(reasonOf(over, 0)).isEqualTo(QueueReason.OVERPAID);
        assertThat(payments.of(over).get(0).waiting()).isEqualTo(Money.parse("NOK 120.00"));
        assertThat(reasonOf(twice, 1)).isEqualTo(QueueReason.ALREADY_PAID);
        assertThat(reasonOf(currency, 0)).isEqualTo(QueueReason.OTHER_CURRENCY);
        assertThat(reasonOf(credited, 0)).isEqualTo(QueueReason.CREDITED);
        assertThat(payments.queue(null, 0))
                .extracting(Payment::reason)
                .contains(
                        QueueReason.UNKNOWN_REFERENCE,
                        QueueReason.NO_REFERENCE,
                        QueueReason.REVERSAL,
                        QueueReason.NO_AMOUNT);
        assertThat(journal.of(part, Long.MAX_VALUE, 10)).anySatisfy(entry -> assertThat(entry.facts())
                .containsEntry("amount", "200.00")
                .containsEntry("applied", Map.of("PRINCIPAL", "200.00")));
    }

    @Test
    void keepsTwoEqualPaymentsApartAndKnowsBothTheSecondTime() throws Exception {
        CaseNumber number = caseOf("E-1", "0000541", "NOK 500.00");
        String file = "booked;amount;currency;reference\n2026-03-01;100;NOK;0000541\n2026-03-01;100;NOK;0000541\n";
        assertThat(upload.payments(file).<Integer>at("$.posted")).isEqualTo(2);
        assertThat(upload.payments(file).<Integer>at("$.known")).isEqualTo(2);
        assertThat(open(number)).isEqualTo("NOK 300.00");
        String key = "content:4e14826315e28ef01d23f889154de0efe86c5a3d1dad5aa623fabea58880e7b4:";
        assertThat(keysOf("0000541")).containsExactly(key + 1, key + 2);
    }

    /** What is in the books is known by these; another way to write them would post it again. */
    private List<String> keysOf(String reference) {
        return jdbc.sql("select key from app.payment where reference = ? order by key")
                .param(reference)
                .query(String.class)
                .list();
    }

    @Test
    void endsACaseThatWaitsAtATimer() throws Exception {
        CaseNumber number = caseOf("W-1", "0000551", "NOK 500.00");
        assertThat(tokens.of(number)).extracting("element").containsExactly("waitBeforeDue");
        assertThat(jobsOf(number)).isEqualTo(1);
        var paid = upload.payments(HEADER + "w1;2026-03-01;500,00;NOK;0000551;A;;\n");
        assertThat(paid.<Integer>at("$.posted")).as(paid.body()).isEqualTo(1);
        assertThat(keysOf("0000551")).containsExactly("id:w1");
        assertThat(cases.get(number).closingReason()).isEqualTo(ClosingReason.PAID);
        assertThat(tokens.of(number)).isEmpty();
        assertThat(jobsOf(number)).isZero();
    }

    private long jobsOf(CaseNumber number) {
        return jdbc.sql("select count(*) from act_ru_job j join act_ru_execution e on j.process_instance_id_ = e.id_"
                        + " where e.business_key_ = ?")
                .param(number.value())
                .query(Long.class)
                .single();
    }

    @Test
    void withdrawsWhatWaitedInTheOutbox() throws Exception {
        CaseNumber number = caseOf("O-1", "0000561", "NOK 500.00");
        UUID letter = UUID.randomUUID();
        outbox.queue(
                new Effect(letter, number, "sendLetter", "{\"letter\": \"FRIENDLY_REMINDER\"}", "nowhere"),
                Instant.parse("2026-03-10T09:00:00Z"));
        upload.payments(HEADER + "o1;2026-03-01;500,00;NOK;0000561;A;;\n");
        assertThat(outbox.standing(number)).isEmpty();
        assertThat(outbox.find(letter).orElseThrow().state()).isEqualTo(EffectState.WITHDRAWN);
        assertThat(journal.of(number, Long.MAX_VALUE, 100))
                .filteredOn(entry -> entry.kind().equals("EffectMovedOn"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.facts()).containsEntry("because", "CASE_CLOSED"));
    }

    @Test
    void booksOnceWhenTwoImportTheSameFileAtOnce() throws Exception {
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 0; i < 10; i++) {
            caseOf("T-" + i, "00007" + i, "NOK 100.00");
            file.append("t%d;2026-03-01;60,00;NOK;00007%d;A;;\n".formatted(i, i));
            file.append("u%d;2026-03-01;60,00;NOK;00007%d;A;;\n".formatted(i, i));
        }
        Callable<Upload.Answer> read = () -> upload.payments(file.toString());
        var threads = Executors.newFixedThreadPool(2);
        var answers = threads.invokeAll(List.of(read, read));
        threads.shutdown();
        int posted = 0;
        int queued = 0;
        for (var answer : answers) {
            assertThat(answer.get().<Integer>at("$.refused"))
                    .as(answer.get().body())
                    .isZero();
            posted += answer.get().<Integer>at("$.posted");
            queued += answer.get().<Integer>at("$.queued");
        }
        assertThat(posted).isEqualTo(10);
        assertThat(queued).isEqualTo(10);
    }

    @Test
    void readsTheSample() throws Exception {
        upload.invoices(Upload.sample("invoices.csv"));
        var answer = upload.payments(Upload.sample("payments.csv"));
        assertThat(answer.<Integer>at("$.posted")).as(answer.body()).isEqualTo(3);
        assertThat(answer.<Integer>at("$.queued")).isEqualTo(1);
        assertThat(upload.payments(Upload.sample("payments.csv")).<Integer>at("$.known"))
                .isEqualTo(4);
    }
}
