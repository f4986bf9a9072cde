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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.Samples;
import no.forfall.cases.CollectionCase;
import no.forfall.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ForfallTest
class WorkPagesTest {

    private static final RequestPostProcessor LIV = user("liv").roles("HANDLER");

    @Autowired
    MockMvc http;

    @Autowired
    Samples samples;

    @Autowired
    House house;

    @Autowired
    Worklist worklist;

    private CollectionCase opened;
    private WorkItem item;

    @BeforeEach
    void aCaseAndAPerson() {
        house.itIs("2026-03-02");
        samples.person("liv", "Liv Moe", Role.HANDLER);
        opened = samples.caseDue("2026-02-02", "Side og Liste AS", "NOK 4321.00");
        samples.ask(opened.number());
        item = worklist.openOf(opened.number()).get(0);
    }

    @Test
    void listsWhatIsToDoAndWhy() throws Exception {
        http.perform(get("/worklist")
                        .param("query", opened.number().value())
                        .param("lang", "nb")
                        .with(LIV))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Side og Liste AS"),
                                containsString("Spør skyldneren"),
                                containsString("/worklist/" + item.id()))));
    }

    @Test
    void showsTheFormBesideTheCase() throws Exception {
        http.perform(get("/worklist/{id}", item.id()).with(LIV))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("/api/tasks/" + item.id() + "/complete"),
                                containsString("Case opened for invoice"))));
        http.perform(get("/worklist/none").with(LIV)).andExpect(status().isNotFound());
    }

    @Test
    void takesTheNextAndGoesToIt() throws Exception {
        String page = http.perform(get("/worklist/next").with(LIV))
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(worklist.get(page.substring(page.lastIndexOf('/') + 1)).assignee())
                .isEqualTo("liv");
    }

    @Test
    void sendsAwayWhoComesTooLate() throws Exception {
        worklist.claim(item.id(), "liv");
        samples.person("per", "Per Dahl", Role.HANDLER);
        http.perform(post("/worklist/{id}/claim", item.id())
                        .with(user("per").roles("HANDLER"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/worklist"));
        http.perform(get("/worklist/{id}", item.id()).with(user("per").roles("HANDLER")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Liv Moe has this open"), not(containsString("data-island=\"form\"")))));
    }

    @Test
    void leadsFromTheCaseToItsWork() throws Exception {
        http.perform(get("/cases/{number}", opened.number()).with(LIV))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("/worklist/of/" + opened.number()),
                                containsString("data-island=\"diagram\""))));
        http.perform(get("/worklist/of/{number}", opened.number()).with(LIV))
                .andExpect(redirectedUrl("/worklist/" + item.id()));
    }

    @Test
    void showsEverybodyToTheirOwnDesk() throws Exception {
        String began =
                http.perform(get("/").with(LIV)).andReturn().getResponse().getRedirectedUrl();
        assertThat(began).isIn("/worklist/brief", "/worklist");
        http.perform(get("/").with(LIV)).andExpect(redirectedUrl("/worklist"));
        http.perform(get("/").with(user("m").roles("MANAGER"))).andExpect(redirectedUrl("/cockpit"));
        http.perform(get("/").with(user("d").roles("DESIGNER"))).andExpect(redirectedUrl("/studio"));
        http.perform(get("/worklist").with(user("d").roles("DESIGNER"))).andExpect(status().isForbidden());
    }

    @Test
    void listsCasesByStateAndHoldsOneFromItsPage() throws Exception {
        http.perform(post("/cases/{number}/hold", opened.number())
                        .param("reason", "DEBTOR_ASKED")
                        .with(LIV)
                        .with(csrf()))
                .andExpect(redirectedUrl("/cases/" + opened.number()));
        http.perform(get("/cases/{number}", opened.number()).param("lang", "sv").with(LIV))
                .andExpect(content().string(containsString("Gäldenären har bett om anstånd")));
        http.perform(get("/cases")
                        .param("state", "held")
                        .param("query", "Side og Liste")
                        .param("lang", "en")
                        .with(LIV))
                .andExpect(content().string(containsString(opened.number().value())));
        http.perform(get("/cases")
                        .param("state", "closed")
                        .param("query", opened.number().value())
                        .with(LIV))
                .andExpect(content().string(not(containsString("/cases/" + opened.number()))));
    }

    @Test
    void givesTheDiagramOfTheCase() throws Exception {
        String page = http.perform(get("/cases/{number}", opened.number()).with(LIV))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String source = page.replaceAll("(?s).*data-src=\"([^\"]+)\".*", "$1");
        http.perform(get(java.net.URI.create(source)).with(LIV))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/xml"))
                .andExpect(content().string(containsString("overdue-invoice")));
    }
}
