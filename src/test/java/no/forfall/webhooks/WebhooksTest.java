package no.forfall.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.Samples;
import no.forfall.api.Invalid;
import no.forfall.cases.Cases;
import no.forfall.cases.ClosingReason;
import no.forfall.cases.CollectionCase;
import no.forfall.cases.DeliveryStops;
import no.forfall.receivables.Part;
import no.forfall.receivables.Receivables;
import no.forfall.shared.CaseEvent;
import org.apache.commons.codec.digest.HmacUtils;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** A system that listens on a real port, and answers as it is told. */
@ForfallTest
@TestPropertySource(
        properties = {"forfall.webhooks.plain-http=true", "forfall.webhooks.pause=PT24H", "forfall.webhooks.attempts=3"
        })
@WithMockUser(username = "anna", roles = "ADMIN")
class WebhooksTest {

    record Got(String body, String key, String signature) {}

    @Autowired
    Webhooks webhooks;

    @Autowired
    Messenger messenger;

    @Autowired
    House house;

    @Autowired
    Samples samples;

    @Autowired
    Cases cases;

    @Autowired
    DeliveryStops deliveries;

    @Autowired
    Receivables receivables;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    MockMvc http;

    private final List<Got> got = Collections.synchronizedList(new ArrayList<>());
    private final Deque<Integer> answers = new ArrayDeque<>();
    private HttpServer system;
    private String url;

    @BeforeEach
    void listens() throws IOException {
        house.itIs("2026-03-02");
        system = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        system.createContext("/hook", exchange -> {
            got.add(new Got(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    exchange.getRequestHeaders().getFirst("Forfall-Delivery"),
                    exchange.getRequestHeaders().getFirst("Forfall-Signature")));
            exchange.sendResponseHeaders(answers.isEmpty() ? 204 : answers.poll(), -1);
            exchange.close();
        });
        system.start();
        url = "http://localhost:" + system.getAddress().getPort() + "/hook";
    }

    @AfterEach
    void leaves() {
        system.stop(0);
        jdbc.sql("delete from app.webhook_delivery").update();
        webhooks.all().forEach(each -> webhooks.activate(each.id(), false));
        jdbc.sql("delete from app.webhook").update();
    }

    private CollectionCase openAndClose() {
        CollectionCase followed = transaction.execute(status -> samples.caseDue("2026-03-20", "Ola", "NOK 500.00"));
        transaction.executeWithoutResult(status -> cases.close(followed.number(), ClosingReason.WITHDRAWN));
        return followed;
    }

    @Test
    void tellsASystemToStopDeliveriesAndToGoOnWhenAllThatIsOverdueIsPaid() {
        webhooks.add("ERP", url, Set.of(EventKind.DELIVERY_STOPPED, EventKind.DELIVERY_STOP_LIFTED), null);
        CollectionCase followed = transaction.execute(status -> samples.caseDue("2026-02-20", "Ola", "NOK 500.00"));
        deliveries.stop(followed.number(), "Owes for months");
        receivables.pay(followed.invoiceId(), Money.parse("NOK 500.00"), house.today(), "stop:1");
        messenger.sendDue();
        assertThat(events()).containsExactly("debtor.deliveryStop", "debtor.deliveryStopLifted");
        assertThat(tree(got.get(0)).path("data").path("reason").asText()).isEqualTo("Owes for months");
        assertThat(tree(got.get(0)).path("customer").asText()).startsWith("K");
        assertThat(tree(got.get(1)).path("data").path("reason").asText()).isEqualTo("PAID");
    }

    private void dueNow() {
        jdbc.sql("update app.webhook_delivery set next_at = clock_timestamp()").update();
    }

    private List<String> events() {
        return got.stream().map(each -> tree(each).path("event").asText()).toList();
    }

    private JsonNode tree(Got one) {
        try {
            return json.readTree(one.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void tellsWhatHappensSignedAndInOrder() {
        String secret = webhooks.add("ERP", url, EnumSet.allOf(EventKind.class), null);
        CollectionCase followed = openAndClose();
        messenger.sendDue();
        assertThat(events()).containsExactly("case.opened", "case.closed");
        JsonNode closed = tree(got.get(1));
        assertThat(closed.path("caseNumber").asText())
                .isEqualTo(followed.number().value());
        assertThat(closed.path("invoice").asText())
                .isEqualTo(receivables.invoice(followed.invoiceId()).number());
        assertThat(closed.path("data").path("reason").asText()).isEqualTo("WITHDRAWN");
        assertThat(closed.path("id").asText()).isEqualTo(got.get(1).key());
        for (Got each : got) {
            String second = each.signature().replaceAll("t=(\\d+),.*", "$1");
            assertThat(each.signature())
                    .isEqualTo("t=" + second + ",v1="
                            + new HmacUtils("HmacSHA256", secret).hmacHex(second + "." + each.body()));
            assertThat(Long.parseLong(second))
                    .isCloseTo(Clock.systemUTC().instant().getEpochSecond(), within(60L));
        }
        assertThat(messenger.sendDue()).isZero();
    }

    @Test
    void repeatsWhatIsNotTakenBeforeAnythingElseOfItsCase() {
        webhooks.add("ERP", url, EnumSet.allOf(EventKind.class), null);
        answers.add(503);
        openAndClose();
        messenger.sendDue();
        assertThat(events()).containsExactly("case.opened");
        assertThat(webhooks.deliveries(Delivery.State.WAITING)).hasSize(2).anySatisfy(waiting -> {
            assertThat(waiting.status()).isEqualTo(503);
            assertThat(waiting.error()).contains("503");
        });
        dueNow();
        messenger.sendDue();
        assertThat(events()).containsExactly("case.opened", "case.opened", "case.closed");
        assertThat(got.get(0).key()).isEqualTo(got.get(1).key());
    }

    @Test
    void anotherCaseDoesNotWaitForOneThatFails() {
        webhooks.add("ERP", url, Set.of(EventKind.CASE_CLOSED), null);
        answers.add(500);
        openAndClose();
        openAndClose();
        messenger.sendDue();
        assertThat(webhooks.deliveries(Delivery.State.WAITING)).hasSize(1);
        assertThat(webhooks.deliveries(Delivery.State.DELIVERED)).hasSize(1);
    }

    @Test
    void givesUpAfterSomeAttemptsAndGoesOnAndIsSentAgainByHand() {
        webhooks.add("ERP", url, EnumSet.allOf(EventKind.class), null);
        answers.addAll(List.of(500, 500, 500));
        openAndClose();
        for (int n = 0; n < 4; n++) {
            dueNow();
            messenger.sendDue();
        }
        Delivery lost = webhooks.deliveries(Delivery.State.GIVEN_UP).get(0);
        assertThat(lost.event()).isEqualTo("case.opened");
        assertThat(webhooks.deliveries(Delivery.State.DELIVERED))
                .singleElement()
                .satisfies(each -> assertThat(each.event()).isEqualTo("case.closed"));
        webhooks.sendAgain(lost.id());
        messenger.sendDue();
        assertThat(webhooks.deliveries(Delivery.State.GIVEN_UP)).isEmpty();
        assertThat(got.get(got.size() - 1).key()).isEqualTo(lost.key().toString());
    }

    /** Who renames an event would silence it. */
    @ParameterizedTest
    @EnumSource(value = EventKind.class, mode = EnumSource.Mode.EXCLUDE, names = "CHARGE_MADE")
    void isToldOfAnEventThatThereIs(EventKind kind) {
        assertThat(new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("no.forfall")
                                .stream()
                                .filter(each -> each.isAssignableTo(CaseEvent.class))
                                .map(JavaClass::getSimpleName))
                .contains(kind.event());
    }

    @Test
    void keepsNothingOfWhatIsRolledBack() {
        webhooks.add("ERP", url, EnumSet.allOf(EventKind.class), null);
        transaction.executeWithoutResult(status -> {
            samples.caseDue("2026-03-20", "Ola", "NOK 500.00");
            status.setRollbackOnly();
        });
        assertThat(webhooks.deliveries(null)).isEmpty();
    }

    @Test
    void tellsOfChargesAndOnlyWhatIsWanted() {
        webhooks.add("Charges", url, Set.of(EventKind.CHARGE_MADE), null);
        CollectionCase followed = openAndClose();
        receivables.charge(followed.invoiceId(), Part.FEE, Money.parse("NOK 38.00"), house.today(), "letter:test");
        messenger.sendDue();
        assertThat(events()).containsExactly("charge.made");
        assertThat(tree(got.get(0)).path("data").path("amount").asText()).isEqualTo("NOK 38.00");
    }

    @Test
    void tellsOnlyOfOneCreditor() {
        CollectionCase mine = openAndClose();
        long creditor = jdbc.sql("select creditor_id from app.invoice where id = ?")
                .param(mine.invoiceId())
                .query(Long.class)
                .single();
        webhooks.add("Mine", url, Set.of(EventKind.CASE_CLOSED), creditor);
        webhooks.add("Other", url, Set.of(EventKind.CASE_CLOSED), null);
        openAndClose();
        assertThat(webhooks.deliveries(null)).extracting(Delivery::webhook).containsExactlyInAnyOrder("Mine", "Other");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://erp.example/x",
                "file:///etc/passwd",
                "https://user:secret@erp.example/",
                "https://",
                "no url",
                "javascript:alert(1)"
            })
    void refusesOtherAddresses(String address) {
        assertThatThrownBy(() -> webhooks.add("ERP", address, EnumSet.allOf(EventKind.class), null))
                .isInstanceOf(Invalid.class)
                .hasMessage("webhooks.invalid.url");
    }

    @Test
    void isSeenAndChangedByAdministratorsOnly() throws Exception {
        http.perform(get("/webhooks").with(user("mona").roles("MANAGER"))).andExpect(status().isForbidden());
        http.perform(post("/api/webhooks")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\": \"ERP\", \"url\": \"" + url + "\", \"events\": [\"case.closed\"]}")
                        .with(user("anna").roles("ADMIN"))
                        .with(csrf()))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.secret").isString());
        http.perform(post("/api/webhooks")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\": \"ERP\", \"url\": \"" + url + "\", \"events\": [\"case.eaten\"]}")
                        .with(user("anna").roles("ADMIN"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity());
        openAndClose();
        messenger.sendDue();
        http.perform(get("/api/webhooks/deliveries").with(user("anna").roles("ADMIN")))
                .andExpect(jsonPath("$", hasSize(1)));
        http.perform(get("/webhooks")
                        .header("Accept-Language", "en")
                        .with(user("anna").roles("ADMIN")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("case.closed")))
                .andExpect(content().string(containsString("Delivered")));
    }
}
