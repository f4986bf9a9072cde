package no.forfall.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Map;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.Samples;
import no.forfall.identity.Role;
import no.forfall.policy.Behaviour;
import no.forfall.policy.Segment;
import no.forfall.policy.Segments;
import no.forfall.shared.CaseNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A case says in plain words how its customer pays, and a handler may say otherwise for a time. */
@ForfallTest
class SegmentOnTheCaseTest {

    private static final RequestPostProcessor HANDLER = user("liv").roles("HANDLER");

    @Autowired
    House house;

    @Autowired
    Samples samples;

    @Autowired
    Segments segments;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc http;

    CaseNumber number;
    long invoiceId;

    @BeforeEach
    void aCustomerBreaksPromises() {
        samples.person("liv", "Liv Lie", Role.HANDLER);
        house.itIs("2026-03-17");
        var opened = samples.caseDue("2026-03-16", "Fjell AS", "NOK 1000.00");
        number = opened.number();
        invoiceId = opened.invoiceId();
        segments.judge(Map.of(debtor(), new Behaviour(3, 1, 0, 1, 1, 0, 1, 2, 0, 0, 1, false)), house.today());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Forgets, and pays when reminded | Paid 4 of 5 invoices in time or after a friendly reminder. | They do not count against
            nb | Glemmer, og betaler når det påminnes | Har betalt 4 av 5 fakturaer i tide eller etter en vennlig påminnelse. | De teller ikke mot
            sv | Glömmer, och betalar när det påminns | Har betalat 4 av 5 fakturor i tid eller efter en vänlig påminnelse. | De räknas inte emot
            """)
    void saysWhatWasCountedInPlainWords(String language, String name, String reason, String upheld) throws Exception {
        segments.judge(Map.of(debtor(), new Behaviour(3, 1, 0, 1, 1, 0, 0, 0, 0, 0, 1, false)), house.today());
        http.perform(get("/cases/" + number + "/why").param("lang", language).with(HANDLER))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString(name),
                                containsString(reason),
                                containsString(upheld),
                                not(containsString("cases.pays")))));
    }

    @Test
    void saysThatNothingWasCountedYet() throws Exception {
        CaseNumber fresh =
                samples.caseDue("2026-03-16", "Bre AS", "NOK 1000.00").number();
        http.perform(get("/cases/" + fresh + "/why").param("lang", "en").with(HANDLER))
                .andExpect(content().string(containsString("Nothing has been counted yet")));
        http.perform(get("/api/cases/" + fresh + "/segment").with(HANDLER))
                .andExpect(jsonPath("$.segment").value("NEW"))
                .andExpect(jsonPath("$.counted").isEmpty());
    }

    @Test
    void letsAHandlerCorrectItWithAReasonAndALastDayAndStillShowsTheCount() throws Exception {
        String path = "/cases/" + number + "/why/segment";
        http.perform(post(path)
                        .param("segment", "FORGOT")
                        .param("reason", " ")
                        .param("endsOn", "2026-12-31")
                        .with(HANDLER)
                        .with(csrf()))
                .andExpect(flash().attributeExists("notice"));
        http.perform(post(path)
                        .param("segment", "FORGOT")
                        .param("reason", "She rang")
                        .param("endsOn", "2027-03-18")
                        .with(HANDLER)
                        .with(csrf()))
                .andExpect(flash().attributeExists("notice"));
        http.perform(post(path)
                        .param("reason", "She rang")
                        .param("endsOn", "2026-12-31")
                        .with(HANDLER)
                        .with(csrf()))
                .andExpect(flash().attributeExists("notice"));
        assertThat(counts()).isEqualTo(Segment.WILL_NOT);

        http.perform(post(path)
                        .param("segment", "CANNOT_NOW")
                        .param("reason", "She rang")
                        .param("endsOn", "2027-03-17")
                        .with(HANDLER)
                        .with(csrf()))
                .andExpect(redirectedUrl("/cases/" + number + "/why"));
        assertThat(counts()).isEqualTo(Segment.CANNOT_NOW);
        http.perform(get("/cases/" + number + "/why").param("lang", "en").with(HANDLER))
                .andExpect(content()
                        .string(allOf(
                                containsString("Liv Lie says otherwise, through"),
                                containsString("She rang"),
                                containsString("Counted: Pays only when forced"),
                                containsString("Nothing is agreed for this invoice"))));
        http.perform(get("/cases/" + number).param("lang", "en").with(HANDLER))
                .andExpect(content().string(containsString("the customer counts as: wants to pay but cannot now")));

        http.perform(post(path + "/end").with(HANDLER).with(csrf()))
                .andExpect(redirectedUrl("/cases/" + number + "/why"));
        assertThat(counts()).isEqualTo(Segment.WILL_NOT);
    }

    @Test
    void takesTheSameFromPrograms() throws Exception {
        String path = "/api/cases/" + number + "/segment";
        http.perform(get(path).param("lang", "en").with(HANDLER))
                .andExpect(jsonPath("$.segment").value("WILL_NOT"))
                .andExpect(jsonPath("$.counted.countedOn").value("2026-03-17"))
                .andExpect(jsonPath("$.counted.behaviour.promisesBroken").value(2))
                .andExpect(jsonPath("$.reasons", hasItem("Promises of paying kept: 1, broken: 2.")));
        http.perform(correcting(path, "{\"segment\": \"ANGRY\", \"reason\": \"x\", \"endsOn\": \"2026-12-31\"}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("segment"));
        http.perform(correcting(path, "{\"segment\": \"FORGOT\", \"endsOn\": \"2026-12-31\"}"))
                .andExpect(jsonPath("$.errors[0].field").value("reason"));
        http.perform(correcting(path, "{\"segment\": \"FORGOT\", \"reason\": \"x\", \"endsOn\": \"2026-03-16\"}"))
                .andExpect(jsonPath("$.errors[0].field").value("endsOn"));
        http.perform(correcting(path, "{\"segment\": \"FORGOT\", \"reason\": \"x\", \"endsOn\": \"2026-12-31\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.segment").value("FORGOT"))
                .andExpect(jsonPath("$.counted.segment").value("WILL_NOT"))
                .andExpect(jsonPath("$.correction.owner").value("Liv Lie"));
        http.perform(delete(path).with(HANDLER).with(csrf()))
                .andExpect(jsonPath("$.segment").value("WILL_NOT"))
                .andExpect(jsonPath("$.correction").isEmpty());
        http.perform(delete(path).with(HANDLER).with(csrf())).andExpect(status().isOk());
        http.perform(get(path).with(user("dag").roles("DESIGNER"))).andExpect(status().isForbidden());
        http.perform(get("/api/cases/F-999999/segment").with(HANDLER)).andExpect(status().isNotFound());
    }

    private RequestBuilder correcting(String path, String body) {
        return put(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(HANDLER)
                .with(csrf());
    }

    private Segment counts() {
        return segments.of(invoiceId, LocalDate.parse("2026-03-17"));
    }

    private long debtor() {
        return jdbc.sql("select debtor_id from app.invoice where id = ?")
                .param(invoiceId)
                .query(Long.class)
                .single();
    }
}
