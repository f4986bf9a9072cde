package no.forfall.cockpit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.Samples;
import no.forfall.cases.Cases;
import no.forfall.cases.CollectionCase;
import no.forfall.intake.Upload;
import no.forfall.journal.Journal;
import no.forfall.receivables.Receivables;
import no.forfall.shared.MovableClock;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The check of the books on a database that was tampered with. */
@ForfallTest
class LedgerCheckTest {

    private static final RequestPostProcessor MANAGER = user("mona").roles("MANAGER");

    @Autowired
    LedgerCheck check;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Samples samples;

    @Autowired
    House house;

    @Autowired
    MovableClock clock;

    @Autowired
    Receivables receivables;

    @Autowired
    Cases cases;

    @Autowired
    Journal journal;

    @Autowired
    MockMvc http;

    @Autowired
    Upload upload;

    CollectionCase claim;

    @BeforeEach
    void aClaimThatTies() {
        house.itIs("2026-03-02");
        claim = samples.caseDue("2026-03-20", "Kontroll AS", "NOK 1000.00");
    }

    private List<String> found() {
        check.checkNow();
        return check.findings().stream()
                .filter(finding -> claim.number().value().equals(finding.caseNumber()))
                .map(finding -> finding.key().replace("cockpit.ledger.", "") + " "
                        + finding.expected().getAmount() + " "
                        + finding.found().getAmount())
                .toList();
    }

    private void line(String part, String kind, String amount, String source) {
        jdbc.sql("insert into app.ledger_line (invoice_id, part, kind, amount, booked_on, source)"
                        + " values (?, ?, ?, ?, date '2026-03-02', ?)")
                .params(claim.invoiceId(), part, kind, new BigDecimal(amount), source)
                .update();
    }

    private void tampered(String sql) {
        jdbc.sql("alter table app.ledger_line disable trigger ledger_only_grows")
                .update();
        try {
            assertThat(jdbc.sql(sql).param(claim.invoiceId()).update()).isPositive();
        } finally {
            jdbc.sql("alter table app.ledger_line enable trigger ledger_only_grows")
                    .update();
        }
    }

    private void pay(String id, String amount) throws Exception {
        String reference = receivables.invoice(claim.invoiceId()).paymentReference();
        upload.payments(
                "id;booked;amount;currency;reference\n" + id + ";2026-03-01;" + amount + ";NOK;" + reference + "\n");
    }

    private void letter(UUID id, String state, String fee) {
        jdbc.sql(
                        "insert into app.letter (id, case_number, type, legal_step, state, channel, recipient, language, dated,"
                                + " prepared_at, currency, principal, fee, interest, compensation, new_fee, new_interest, subject,"
                                + " text, html) values (?, ?, 'FEE_REMINDER', 'REMINDER', ?, 'EMAIL', 'a@b.example', 'nb',"
                                + " date '2026-03-02', now(), 'NOK', 1000, ?, 0, 0, ?, 0, 's', 't', 'h')")
                .params(id, claim.number().value(), state, new BigDecimal(fee), new BigDecimal(fee))
                .update();
    }

    @Test
    void findsNothingWhereEverythingTies() throws Exception {
        UUID sent = UUID.randomUUID();
        letter(sent, "SENT", "38");
        line("FEE", "CHARGE", "38", "letter:" + sent + ":FEE");
        pay("check-" + claim.number(), "1100,00");
        receivables.credit(claim.invoiceId(), Money.parse("NOK 50.00"), house.today(), "creditnote:check");
        assertThat(found()).isEmpty();
    }

    @Test
    void findsAPrincipalThatIsNotTheInvoice() {
        tampered("update app.ledger_line set amount = 999 where invoice_id = ? and kind = 'CHARGE'");
        assertThat(found()).containsExactly("invoiced 1000.00 999.00");
    }

    @Test
    void findsLinesThatTheApplicationDoesNotKnow() {
        line("PRINCIPAL", "BONUS", "10", "odd:1");
        line("TIP", "CHARGE", "5", "odd:2");
        assertThat(found()).containsExactly("balance 1000.00 995.00");
        // no other test could read this line
        tampered("delete from app.ledger_line where invoice_id = ? and kind = 'BONUS'");
        tampered("delete from app.ledger_line where invoice_id = ? and part = 'TIP'");
    }

    @Test
    void findsAPaymentThatTheLedgerDoesNotHave() throws Exception {
        pay("lost-" + claim.number(), "300,00");
        tampered("delete from app.ledger_line where invoice_id = ? and kind = 'PAYMENT'");
        assertThat(found()).containsExactly("payment 300.00 0.00");
    }

    @Test
    void findsPaymentsThatNobodyMade() {
        line("PRINCIPAL", "PAYMENT", "100", "payment:987654321:PRINCIPAL");
        line("PRINCIPAL", "PAYMENT", "50", "cash:1:PRINCIPAL");
        line("PRINCIPAL", "PAYMENT", "20", "agency:987654321:PRINCIPAL");
        assertThat(found())
                .containsExactlyInAnyOrder(
                        "payment 0.00 100.00", "payment_source 0.00 50.00", "payment_source 0.00 20.00");
    }

    @Test
    void findsFeesWithoutALetterThatLeftWithThem() {
        UUID prepared = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        letter(prepared, "PREPARED", "38");
        letter(other, "SENT", "35");
        line("FEE", "CHARGE", "38", "letter:" + prepared + ":FEE");
        line("FEE", "CHARGE", "37", "letter:" + other + ":FEE");
        line("COMPENSATION", "CHARGE", "430", "by hand:COMPENSATION");
        assertThat(found()).containsExactlyInAnyOrder("letter 0.00 38.00", "letter 35.00 37.00", "letter 0.00 430.00");
    }

    @Test
    void findsAPartBelowZero() {
        line("INTEREST", "WAIVER", "1", "odd:3");
        line("FEE", "CREDIT", "2", "odd:4");
        assertThat(found()).containsExactlyInAnyOrder("negative 0.00 -1.00", "negative 0.00 -2.00");
    }

    @Test
    void findsASettledClaimWithAnOpenCaseAndTheOtherWayRound() {
        line("PRINCIPAL", "CREDIT", "1000", "odd:5");
        assertThat(found()).containsExactly("settled 0.00 0.00");
        receivables.writeOff(claim.invoiceId(), no.forfall.receivables.Voucher.of(house.today(), "writeoff:odd"));
        cases.close(claim.number(), no.forfall.cases.ClosingReason.PAID);
        assertThat(found()).isEmpty();
        tampered("delete from app.ledger_line where invoice_id = ? and kind = 'CREDIT'");
        assertThat(found()).containsExactly("still_owed 0.00 1000.00");
    }

    @Test
    void tellsTheTimelineOnceAndForgetsWhatWasMended() {
        line("INTEREST", "WAIVER", "1", "odd:6");
        assertThat(found()).hasSize(1);
        assertThat(found()).hasSize(1);
        assertThat(journal.of(claim.number(), Long.MAX_VALUE, 100))
                .filteredOn(entry -> entry.kind().equals("LedgerMismatch"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.facts())
                        .containsEntry("check", "NEGATIVE")
                        .containsEntry("found", "NOK -1.00"));
        tampered("delete from app.ledger_line where invoice_id = ? and kind = 'WAIVER'");
        assertThat(found()).isEmpty();
    }

    @Test
    void checksOncePerNightByTheBusinessClock() {
        jdbc.sql("delete from app.ledger_check").update();
        clock.moveTo(Instant.parse("2026-03-09T00:30:00Z"));
        assertThat(check.checkWhenDue()).isFalse();
        clock.moveTo(Instant.parse("2026-03-09T01:05:00Z"));
        assertThat(check.checkWhenDue()).isTrue();
        assertThat(check.latest().orElseThrow().at())
                .isBetween(Instant.parse("2026-03-09T01:05:00Z"), Instant.parse("2026-03-09T01:06:00Z"));
        clock.moveTo(Instant.parse("2026-03-09T20:00:00Z"));
        assertThat(check.checkWhenDue()).isFalse();
        clock.moveTo(Instant.parse("2026-03-10T01:05:00Z"));
        assertThat(check.checkWhenDue()).isTrue();
    }

    @Test
    void showsTheManagerWhatDoesNotTieInTheThreeLanguages() throws Exception {
        line("INTEREST", "WAIVER", "1", "odd:7");
        http.perform(post("/cockpit/ledger-check").with(MANAGER).with(csrf())).andExpect(status().is3xxRedirection());
        for (String[] expected : new String[][] {
            {"en", "A part of the claim is below zero"},
            {"nb", "En del av kravet er under null"},
            {"sv", "En del av fordran är under noll"}
        }) {
            http.perform(get("/cockpit").param("lang", expected[0]).with(MANAGER))
                    .andExpect(content()
                            .string(allOf(containsString(expected[1]), containsString("/cases/" + claim.number()))));
        }
        http.perform(post("/cockpit/ledger-check")
                        .with(user("kari").roles("HANDLER"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }
}
