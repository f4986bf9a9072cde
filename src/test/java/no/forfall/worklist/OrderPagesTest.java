package no.forfall.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.Samples;
import no.forfall.cases.CollectionCase;
import no.forfall.engine.Edition;
import no.forfall.engine.Editions;
import no.forfall.engine.Tables;
import no.forfall.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What the list says about its order, and how a manager changes it. */
@ForfallTest
class OrderPagesTest {

    private static final RequestPostProcessor LIV = user("liv").roles("HANDLER");
    private static final RequestPostProcessor MIA = user("mia").roles("MANAGER");

    @Autowired
    MockMvc http;

    @Autowired
    Samples samples;

    @Autowired
    House house;

    @Autowired
    Ranking ranking;

    @Autowired
    Worklist worklist;

    @Autowired
    WorkOrders orders;

    @Autowired
    Tables tables;

    @Autowired
    Editions editions;

    private final String debtor = "Orden " + UUID.randomUUID();

    @BeforeEach
    void people() {
        house.itIs("2026-03-02");
        samples.person("liv", "Liv Moe", Role.HANDLER);
    }

    private WorkItem asked(String dueOn, String amount) {
        CollectionCase opened = samples.caseDue(dueOn, debtor, amount);
        samples.ask(opened.number());
        ranking.rank();
        return worklist.openOf(opened.number()).get(0);
    }

    /** The row of the table with these conditions. */
    private int row(String fact, String condition) {
        return tables.lines(Weights.TABLE).stream()
                .filter(line -> line.conditions().equals(List.of('"' + fact + '"', condition)))
                .findFirst()
                .orElseThrow()
                .number();
    }

    @Test
    void showsTheReasonsOfARowWithTheirPoints() throws Exception {
        WorkItem item = asked("2026-01-16", "NOK 84200.00");
        http.perform(get("/worklist")
                        .param("query", item.caseNumber().value())
                        .param("lang", "en")
                        .with(LIV))
                .andExpect(content()
                        .string(allOf(
                                containsString("The most points first"),
                                containsString("NOK\u00a084,200"),
                                containsString("title=\"40 points\""),
                                containsString("45 days"),
                                containsString("title=\"15 points\""),
                                containsString("Not reached yet"),
                                containsString("Notice possible now"))));
        http.perform(get("/worklist/{id}/why", item.id()).param("lang", "nb").with(LIV))
                .andExpect(content()
                        .string(allOf(
                                containsString("Hvorfor her?"),
                                containsString("84\u202f200\u00a0kr"),
                                containsString("70 poeng"),
                                not(containsString("<html")))));
    }

    @Test
    void showsFourReasonsAndThatACaseIsHeldBeforeThem() throws Exception {
        WorkItem item = asked("2024-01-16", "NOK 84200.00");
        http.perform(post("/cases/{number}/hold", item.caseNumber())
                        .param("reason", "DEBTOR_ASKED")
                        .with(LIV)
                        .with(csrf()))
                .andExpect(status().isFound());
        http.perform(get("/worklist")
                        .param("query", item.caseNumber().value())
                        .param("action", "callDebtor")
                        .param("lang", "en")
                        .with(LIV))
                .andExpect(content()
                        .string(allOf(
                                containsString("Case on hold"),
                                containsString("NOK\u00a084,200"),
                                containsString("776 days"),
                                not(containsString("Not reached yet")))));
    }

    @Test
    void tellsProgramsThePointsAndTheirParts() throws Exception {
        WorkItem item = asked("2026-01-16", "NOK 84200.00");
        http.perform(get("/api/tasks/{id}", item.id())
                        .header("Accept-Language", "en")
                        .with(LIV))
                .andExpect(jsonPath("$.points").value(70))
                .andExpect(jsonPath("$.parts[0].fact").value("AMOUNT"))
                .andExpect(jsonPath("$.parts[0].points").value(40))
                .andExpect(jsonPath("$.parts[0].text").value("NOK\u00a084,200"))
                .andExpect(jsonPath("$.parts[1].fact").value("AGE"))
                .andExpect(jsonPath("$.parts.length()").value(4));
    }

    @Test
    void showsManagersWhatOtherPointsWouldMoveWithoutPublishingThem() throws Exception {
        WorkItem item = asked("2026-02-27", "NOK 1500.00");
        int version = orders.weighing().version();
        int small = row("AMOUNT", ">= 1000");
        WorkOrders.Effect effect = orders.effect(Map.of(small, 700));
        assertThat(effect.after().get(0).points()).isGreaterThan(700);
        assertThat(effect.after()).extracting(WorkOrders.Place::id).contains(item.id());
        assertThat(effect.moved()).isPositive();
        assertThat(orders.effect(Map.of()).moved()).isZero();
        http.perform(get("/worklist/order")
                        .param("points-" + small, "700")
                        .param("lang", "en")
                        .with(MIA))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("of the first hundred places get another piece of work"),
                                containsString(
                                        "/worklist/" + effect.after().get(0).id()),
                                containsString("value=\"700\""),
                                containsString("Why are the points changed?"))));
        assertThat(orders.weighing().version()).isEqualTo(version);
        http.perform(get("/worklist/order").with(LIV)).andExpect(status().isForbidden());
    }

    @Test
    void publishesPointsAsTheNextEdition() throws Exception {
        WorkItem item = asked("2026-01-16", "NOK 84200.00");
        byte[] before = tables.withAnswers(Weights.TABLE, Map.of());
        int version = orders.weighing().version();
        int large = row("AMOUNT", ">= 50000");
        try {
            http.perform(post("/worklist/order")
                            .param("points-" + large, "44")
                            .param("version", String.valueOf(version))
                            .param("note", "Large ones first")
                            .with(MIA)
                            .with(csrf()))
                    .andExpect(redirectedUrl("/worklist/order"));
            Edition published =
                    editions.newest(Edition.Kind.DECISION, Weights.TABLE).orElseThrow();
            assertThat(published.version()).isEqualTo(version + 1);
            assertThat(published.author()).isEqualTo("mia");
            assertThat(published.note()).isEqualTo("Large ones first");
            ranking.rank();
            http.perform(get("/api/tasks/{id}", item.id()).with(LIV))
                    .andExpect(jsonPath("$.parts[0].points").value(44));
            http.perform(post("/worklist/order")
                            .param("points-" + large, "43")
                            .param("version", String.valueOf(version))
                            .param("note", "Too late")
                            .param("lang", "en")
                            .with(MIA)
                            .with(csrf()))
                    .andExpect(content().string(containsString("was published by somebody else meanwhile")));
            assertThat(orders.weighing().version()).isEqualTo(version + 1);
        } finally {
            editions.publish("work-order.dmn", before, "test", "as it was");
        }
    }

    @Test
    void namesTheRowThatHoldsNoNumber() throws Exception {
        int version = orders.weighing().version();
        int row = row("AGE", ">= 30");
        http.perform(get("/worklist/order")
                        .param("points-" + row, "plenty")
                        .param("lang", "en")
                        .with(MIA))
                .andExpect(content()
                        .string(allOf(
                                containsString("Row " + row + ": “plenty” is no whole number from −999 to 999"),
                                containsString("aria-invalid=\"true\""))));
        http.perform(post("/worklist/order")
                        .param("points-" + row, "1000")
                        .param("version", String.valueOf(version))
                        .param("note", "more")
                        .param("lang", "sv")
                        .with(MIA)
                        .with(csrf()))
                .andExpect(content().string(containsString("är inget heltal från −999 till 999")));
        http.perform(post("/worklist/order")
                        .param("points-" + row, "16")
                        .param("version", String.valueOf(version))
                        .param("note", " ")
                        .param("lang", "nb")
                        .with(MIA)
                        .with(csrf()))
                .andExpect(content().string(containsString("Si hvorfor")));
        assertThat(orders.weighing().version()).isEqualTo(version);
    }
}
