package no.forfall.cockpit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.Samples;
import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.cases.ClosingReason;
import no.forfall.cases.Tokens;
import no.forfall.shared.CaseNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ForfallTest
class ExemptionsTest {

    private static final RequestPostProcessor HANDLER = user("kari").roles("HANDLER");
    private static final RequestPostProcessor MANAGER = user("mona").roles("MANAGER");

    @Autowired
    MockMvc http;

    @Autowired
    House house;

    @Autowired
    Samples samples;

    @Autowired
    Cases cases;

    @Autowired
    Tokens tokens;

    CaseNumber number;

    @BeforeEach
    void aCase() {
        house.itIs("2026-03-02");
        number = samples.caseDue("2026-03-16", "Spared AS", "NOK 1250.50").number();
    }

    @AfterEach
    void closeIt() {
        cases.close(number, ClosingReason.WITHDRAWN);
    }

    @Test
    void aManagerSparesAtOnceAndTheCaseReturnsByItselfLaterByTheDays() throws Exception {
        var planned = tokens.of(number).get(0).until();
        http.perform(ask("{\"reason\": \"A good customer\", \"until\": \"2026-03-08\"}")
                        .with(MANAGER))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("HELD"));
        http.perform(row("ACTIVE"))
                .andExpect(jsonPath(path("owner")).value("mona"))
                .andExpect(jsonPath(path("approvedBy")).value("mona"))
                .andExpect(jsonPath(path("reason")).value("A good customer"))
                .andExpect(jsonPath(path("until")).value("2026-03-08"))
                .andExpect(jsonPath(path("owed.principal.amount")).value("1250.50"));
        house.goTo("2026-03-09");
        assertThat(cases.get(number).state()).isEqualTo(CaseState.OPEN);
        // a week later
        assertThat(tokens.of(number).get(0).until()).isEqualTo(planned.plusSeconds(7 * 86_400));
        http.perform(row("EXPIRED")).andExpect(jsonPath(path("endedOn")).value("2026-03-08"));
        http.perform(get("/api/exemptions.csv").with(MANAGER))
                .andExpect(
                        content()
                                .string(
                                        containsString(
                                                number.value()
                                                        + ";Spared AS;Fjord Varme AS;EXPIRED;mona;mona;A good customer;2026-03-02;2026-03-08;2026-03-08;0;1250.50;0.00;0.00;0.00;0.00;NOK")));
    }

    @Test
    void aHandlerAsksAndAManagerDecides() throws Exception {
        http.perform(ask("{\"reason\": \"My cousin\", \"until\": \"2026-03-20\"}")
                        .with(HANDLER))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.status").value("OPEN"));
        http.perform(ask("{\"reason\": \"again\", \"until\": \"2026-03-20\"}").with(HANDLER))
                .andExpect(status().isUnprocessableEntity());
        http.perform(get("/cases/" + number).param("lang", "en").with(HANDLER))
                .andExpect(content().string(containsString("A manager is asked whether the debtor shall be spared")));
        String id = id();
        http.perform(post("/api/exemptions/" + id + "/approve").with(HANDLER).with(csrf()))
                .andExpect(status().isForbidden());
        http.perform(get("/cockpit/exemptions").with(HANDLER)).andExpect(status().isForbidden());
        http.perform(get("/cockpit/exemptions").param("lang", "en").with(MANAGER))
                .andExpect(content().string(containsString("Asked for by kari")));
        http.perform(post("/cockpit/exemptions/" + id + "/approve")
                        .with(MANAGER)
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(cases.get(number).holdUntil()).isEqualTo("2026-03-20");
        http.perform(row("ACTIVE"))
                .andExpect(jsonPath(path("owner")).value("kari"))
                .andExpect(jsonPath(path("approvedBy")).value("mona"));
        http.perform(post("/api/exemptions/" + id + "/decline").with(MANAGER).with(csrf()))
                .andExpect(status().isNotFound());
    }

    @Test
    void whatAManagerDeclinesChangesNothing() throws Exception {
        http.perform(ask("{\"reason\": \"My cousin\", \"until\": \"2026-03-20\"}")
                        .with(HANDLER))
                .andExpect(status().isAccepted());
        http.perform(post("/api/exemptions/" + id() + "/decline").with(MANAGER).with(csrf()))
                .andExpect(status().isOk());
        assertThat(cases.get(number).state()).isEqualTo(CaseState.OPEN);
        http.perform(get("/api/exemptions").with(MANAGER))
                .andExpect(jsonPath("$[?(@.caseNumber == '" + number + "')]").isEmpty());
    }

    @Test
    void refusesNoReasonAndDaysThatArePastOrTooFar() throws Exception {
        http.perform(ask("{\"until\": \"2026-03-20\"}").with(HANDLER)).andExpect(status().isUnprocessableEntity());
        http.perform(ask("{\"reason\": \"x\"}").with(HANDLER)).andExpect(status().isUnprocessableEntity());
        http.perform(ask("{\"reason\": \"x\", \"until\": \"2026-03-01\"}").with(HANDLER))
                .andExpect(status().isUnprocessableEntity());
        http.perform(ask("{\"reason\": \"x\", \"until\": \"2027-03-03\"}").with(HANDLER))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("until"));
    }

    private MockHttpServletRequestBuilder ask(String body) {
        return post("/api/cases/" + number + "/exemption")
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private MockHttpServletRequestBuilder row(String state) {
        this.state = state;
        return get("/api/exemptions").with(MANAGER);
    }

    private String state = "";

    private String path(String field) {
        return "$[?(@.caseNumber == '" + number + "' && @.state == '" + state + "')]." + field;
    }

    private String id() throws Exception {
        String all = http.perform(get("/api/exemptions").with(MANAGER))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return com.jayway.jsonpath.JsonPath.<java.util.List<Integer>>read(
                        all, "$[?(@.caseNumber == '" + number + "')].id")
                .get(0)
                .toString();
    }
}
