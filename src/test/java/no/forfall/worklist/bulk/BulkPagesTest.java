package no.forfall.worklist.bulk;

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

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.UUID;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.Samples;
import no.forfall.cases.CollectionCase;
import no.forfall.identity.Role;
import no.forfall.shared.MovableClock;
import no.forfall.worklist.WorkItem;
import no.forfall.worklist.Worklist;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The pages and the interface of runs, who has what, and who else looks at a case. */
@ForfallTest
class BulkPagesTest {

    private static final RequestPostProcessor LIV = user("liv").roles("HANDLER");
    private static final RequestPostProcessor PER = user("per").roles("HANDLER");

    @Autowired
    MockMvc http;

    @Autowired
    Samples samples;

    @Autowired
    House house;

    @Autowired
    MovableClock clock;

    @Autowired
    Worklist worklist;

    @Autowired
    BulkTurns turns;

    @Autowired
    ObjectMapper json;

    private final String debtor = "Side " + UUID.randomUUID();
    private CollectionCase opened;
    private WorkItem item;

    @BeforeEach
    void aCaseAndPeople() {
        house.itIs("2026-03-02");
        samples.person("liv", "Liv Moe", Role.HANDLER);
        samples.person("per", "Per Dahl", Role.HANDLER);
        opened = asked();
        item = worklist.openOf(opened.number()).get(0);
    }

    private CollectionCase asked() {
        CollectionCase one = samples.caseDue("2026-02-02", debtor, "NOK 1000.00");
        samples.ask(one.number());
        return one;
    }

    private String chosen(String... fields) throws Exception {
        var request = post("/worklist/bulk").with(LIV).with(csrf());
        for (int each = 0; each < fields.length; each += 2) {
            request.param(fields[each], fields[each + 1]);
        }
        return http.perform(request)
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    @Test
    void choosesByTheFilterLooksStartsAndTellsUntilTheEnd() throws Exception {
        CollectionCase second = asked();
        String run = chosen("all", "true", "filter", "query=" + debtor + "&action=askDebtor");
        asked();
        http.perform(get(run).param("action", "HOLD")
                        .param("because", "PAYMENT_EXPECTED")
                        .param("until", "2026-03-10")
                        .param("lang", "en")
                        .with(LIV))
                .andExpect(content()
                        .string(allOf(
                                containsString("Act on 2 rows"),
                                containsString("2 will be held"),
                                containsString(second.number().value()),
                                containsString("name=\"until\" value=\"2026-03-10\""))));
        http.perform(get(run).param("action", "HOLD")
                        .param("because", "OTHER")
                        .param("until", "2026-02-01")
                        .with(LIV))
                .andExpect(content().string(containsString("Choose today or a later day.")));
        http.perform(get(run).with(PER)).andExpect(status().isNotFound());
        http.perform(post(run + "/start")
                        .param("action", "HOLD")
                        .param("because", "PAYMENT_EXPECTED")
                        .param("until", "2026-03-10")
                        .with(LIV)
                        .with(csrf()))
                .andExpect(redirectedUrl(run));
        http.perform(get(run + "/progress").param("lang", "en").with(LIV))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("0 of 2")));
        turns.round();
        http.perform(get(run + "/progress").param("lang", "en").with(LIV))
                .andExpect(status().is(286))
                .andExpect(content().string(containsString("2 of 2: 2 done")));
        http.perform(get(run).param("state", "DONE").param("lang", "nb").with(LIV))
                .andExpect(content()
                        .string(allOf(
                                containsString("Spør skyldneren"),
                                not(containsString("hx-trigger=\"every 2s\" hx-get")),
                                containsString(opened.number().value()))));
        http.perform(get(run + "/rows.csv").param("lang", "en").with(LIV))
                .andExpect(content().string(containsString(";" + opened.number() + ";" + debtor)));
        http.perform(get("/worklist/bulk").param("lang", "en").with(LIV))
                .andExpect(content().string(containsString("Hold until 10 Mar 2026")));
    }

    @Test
    void choosesTickedRowsAndSaysWhenThereAreNone() throws Exception {
        String run = chosen("item", item.id(), "item", "none");
        http.perform(get(run).param("lang", "en").with(LIV))
                .andExpect(content().string(containsString("Act on 1 rows")));
        http.perform(post("/worklist/bulk")
                        .param("filter", "mine=true")
                        .with(LIV)
                        .with(csrf()))
                .andExpect(redirectedUrl("/worklist?mine=true"));
        http.perform(post("/worklist/bulk")
                        .param("all", "true")
                        .with(user("sol").roles("SALES"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void doesTheSameForPrograms() throws Exception {
        long id = json.readTree(http.perform(post("/api/bulk")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"filter\": \"query=" + debtor + "&action=askDebtor\"}")
                                .with(LIV)
                                .with(csrf()))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .path("id")
                .asLong();
        String order = "{\"action\": \"ASSIGN\", \"to\": \"per\"}";
        http.perform(post("/api/bulk/{id}/preview", id)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(order)
                        .with(LIV)
                        .with(csrf()))
                .andExpect(jsonPath("$[0].state").value("DONE"))
                .andExpect(jsonPath("$[0].rows").value(1));
        http.perform(post("/api/bulk/{id}/preview", id)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"action\": \"ASSIGN\", \"to\": \"nobody\"}")
                        .with(LIV)
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("to"));
        http.perform(post("/api/bulk/{id}/start", id)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(order)
                        .with(LIV)
                        .with(csrf()))
                .andExpect(status().isAccepted());
        turns.round();
        http.perform(get("/api/bulk/{id}", id).with(LIV))
                .andExpect(jsonPath("$.endedAt").isNotEmpty())
                .andExpect(jsonPath("$.groups[0].state").value("DONE"));
        http.perform(get("/api/bulk/{id}/rows", id).with(LIV))
                .andExpect(
                        jsonPath("$.items[0].caseNumber").value(opened.number().value()));
        http.perform(get("/worklist/team").param("lang", "en").with(LIV))
                .andExpect(content()
                        .string(allOf(
                                containsString("Per Dahl"),
                                containsString("/worklist?holder=per"),
                                containsString(debtor))));
        http.perform(get("/worklist")
                        .param("holder", "per")
                        .param("query", debtor)
                        .with(LIV))
                .andExpect(content().string(containsString(opened.number().value())));
        http.perform(get("/worklist")
                        .param("holder", "liv")
                        .param("query", debtor)
                        .with(LIV))
                .andExpect(content().string(not(containsString(opened.number().value()))));
    }

    @Test
    void namesWhoElseLooksAtACaseAndWhoWasQuicker() throws Exception {
        String here = "/worklist/present/" + opened.number();
        http.perform(post(here).param("item", item.id()).with(LIV).with(csrf())).andExpect(status().isNoContent());
        http.perform(post(here).param("lang", "en").with(PER).with(csrf()))
                .andExpect(content().string(containsString("Liv Moe has this case open too.")));
        http.perform(post(here).param("told", "Liv Moe").with(PER).with(csrf())).andExpect(status().isNoContent());
        worklist.claim(item.id(), "per");
        http.perform(post(here)
                        .param("item", item.id())
                        .param("lang", "en")
                        .with(LIV)
                        .with(csrf()))
                .andExpect(content()
                        .string(allOf(
                                containsString("Per Dahl has taken this just now"),
                                containsString("Per Dahl has this case open too."))));
        clock.runAhead(clock.ahead().plus(Duration.ofSeconds(61)));
        http.perform(post(here).with(PER).with(csrf())).andExpect(status().isNoContent());
        http.perform(get("/worklist/{id}", item.id()).with(LIV))
                .andExpect(content().string(containsString("/worklist/present/" + opened.number())));
        http.perform(get("/cases/{number}", opened.number()).with(LIV))
                .andExpect(content().string(containsString("/worklist/present/" + opened.number())));
    }
}
