package no.forfall.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.Samples;
import no.forfall.api.Notice;
import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.cases.CollectionCase;
import no.forfall.intake.Importer;
import no.forfall.intake.Imports;
import no.forfall.receivables.Receivables;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ForfallTest
class PaymentsPageTest {

    private static final RequestPostProcessor HANDLER = user("kari").roles("HANDLER");
    private static final RequestPostProcessor MANAGER = user("mona").roles("MANAGER");
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    MockMvc http;

    @Autowired
    House house;

    @Autowired
    Samples samples;

    @Autowired
    Imports imports;

    @Autowired
    Payments payments;

    @Autowired
    Cases cases;

    @Autowired
    Receivables receivables;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void itIsMarch() {
        house.itIs("2026-03-02");
    }

    private long paid(String amount, String reference, String text) {
        String id = "Q" + COUNT.incrementAndGet();
        String file = "id;booked;amount;currency;reference;payer;text\n" + id + ";2026-03-01;" + amount + ";NOK;"
                + reference + ";Peder Aas;" + text + "\n";
        imports.receive(
                Importer.PAYMENTS, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), "file", "test");
        return jdbc.sql("select id from app.payment where key = ?")
                .param("id:" + id)
                .query(Long.class)
                .single();
    }

    private CollectionCase owed(String amount) {
        return samples.caseDue("2026-03-20", "Peder Aas", amount);
    }

    private String invoice(CollectionCase of) {
        return receivables.invoice(of.invoiceId()).number();
    }

    @ParameterizedTest
    @CsvSource({
        "en, Unapplied payments, Unknown reference",
        "nb, Uavklarte innbetalinger, Ukjent referanse",
        "sv, Oavklarade betalningar, Okänd referens"
    })
    void listsWhatWaitsWithItsReason(String language, String title, String reason) throws Exception {
        long id = paid("31.00", "404404", "");
        http.perform(get("/payments?reason=UNKNOWN_REFERENCE")
                        .header("Accept-Language", language)
                        .with(HANDLER))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(containsString(title), containsString(reason), containsString("payment-" + id))));
        http.perform(get("/payments?reason=REVERSAL").with(HANDLER))
                .andExpect(content().string(not(containsString("payment-" + id + "\""))));
        http.perform(get("/payments").with(user("dora").roles("DESIGNER"))).andExpect(status().isForbidden());
    }

    @Test
    void suggestsPostsAndTakesBack() throws Exception {
        CollectionCase case1 = owed("NOK 700.00");
        long id = paid("700.00", "", "gjelder " + invoice(case1));
        http.perform(get("/payments/" + id).with(HANDLER))
                .andExpect(content()
                        .string(allOf(containsString(invoice(case1)), containsString("Named in the message"))));
        http.perform(post("/payments/" + id + "/post")
                        .param("invoice", case1.number().value(), "", "")
                        .param("amount", "700,00", "", "")
                        .param("key", UUID.randomUUID().toString())
                        .with(HANDLER)
                        .with(csrf()))
                .andExpect(redirectedUrl("/payments/" + id));
        assertThat(cases.get(case1.number()).state()).isEqualTo(CaseState.CLOSED);
        long move = jdbc.sql("select id from app.payment_move where payment_id = ?")
                .param(id)
                .query(Long.class)
                .single();
        http.perform(get("/payments/" + id).with(HANDLER))
                .andExpect(content()
                        .string(allOf(
                                containsString("has found its place"), containsString("value=\"" + move + "\""))));
        http.perform(post("/payments/" + id + "/undo")
                        .param("move", String.valueOf(move))
                        .param("reason", "Wrong one")
                        .with(HANDLER)
                        .with(csrf()))
                .andExpect(redirectedUrl("/payments/" + id));
        assertThat(cases.get(case1.number()).state()).isEqualTo(CaseState.OPEN);
        http.perform(get("/payments/" + id).with(HANDLER))
                .andExpect(content().string(allOf(containsString("Wrong one"), containsString("Taken back by kari"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NOPE-1 | 10,00 | There is no invoice NOPE-1",
                "%s | zehn | an amount above zero",
                "%s | 0 | an amount above zero",
                "%s | 10,001 | an amount above zero",
                "%s | 99,00 | of this payment waits"
            })
    void saysWhatCannotBeDone(String number, String amount, String sentence) throws Exception {
        CollectionCase owed = owed("NOK 500.00");
        long id = paid("50.00", "", "");
        var answer = http.perform(post("/payments/" + id + "/post")
                        .param("invoice", number.formatted(invoice(owed)))
                        .param("amount", amount)
                        .param("key", UUID.randomUUID().toString())
                        .header("Accept-Language", "en")
                        .with(HANDLER)
                        .with(csrf()))
                .andExpect(redirectedUrl("/payments/" + id))
                .andReturn();
        assertThat(((Notice) answer.getFlashMap().get("notice")).text()).contains(sentence);
        assertThat(payments.get(id).waiting()).isEqualTo(Money.parse("NOK 50.00"));
    }

    @Test
    void matchesAReversalWithItsPayment() throws Exception {
        CollectionCase owed = owed("NOK 612.00");
        String reference = receivables.invoice(owed.invoiceId()).paymentReference();
        long paid = paid("612.00", reference, "");
        long reversal = paid("-612.00", reference, "");
        http.perform(get("/payments/" + reversal).with(HANDLER))
                .andExpect(content().string(containsString("name=\"payment\" value=\"" + paid + "\"")));
        http.perform(post("/payments/" + reversal + "/reverse")
                        .param("payment", String.valueOf(paid))
                        .param("reason", "Bounced")
                        .with(HANDLER)
                        .with(csrf()))
                .andExpect(flash().attributeExists("notice"));
        assertThat(cases.get(owed.number()).state()).isEqualTo(CaseState.OPEN);
    }

    @Test
    void doesTheSameForPrograms() throws Exception {
        CollectionCase owed = owed("NOK 800.00");
        long id = paid("900.00", "", "");
        String key = UUID.randomUUID().toString();
        String shares = "{\"shares\": [{\"invoice\": \"" + invoice(owed) + "\", \"amount\": \"800.00\"}]}";
        http.perform(post("/api/payments/" + id + "/post")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(shares)
                        .with(HANDLER)
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity());
        for (int n = 0; n < 2; n++) {
            http.perform(post("/api/payments/" + id + "/post")
                            .header("Idempotency-Key", key)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(shares)
                            .with(HANDLER)
                            .with(csrf()))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.payment.waiting.amount").value("100.00"))
                    .andExpect(jsonPath("$.moves", hasSize(1)));
        }
        http.perform(post("/api/payments/" + id + "/return")
                        .header("Idempotency-Key", UUID.randomUUID())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\": \"Too much\"}")
                        .with(HANDLER)
                        .with(csrf()))
                .andExpect(status().isForbidden());
        http.perform(post("/api/payments/" + id + "/return")
                        .header("Idempotency-Key", UUID.randomUUID())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\": \"Too much\"}")
                        .with(MANAGER)
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.payment.state").value("POSTED"));
        http.perform(get("/api/payments/9999999").with(HANDLER)).andExpect(status().isNotFound());
        http.perform(get("/api/payments/queue?reason=nope").with(HANDLER)).andExpect(status().isUnprocessableEntity());
    }
}
