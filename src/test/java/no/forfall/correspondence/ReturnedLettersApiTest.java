package no.forfall.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import no.forfall.receivables.Invoice;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** How people and programs tell that a letter came back. */
class ReturnedLettersApiTest extends LetterTestCase {

    @Autowired
    MockMvc http;

    private CaseNumber number;
    private Letter letter;

    @BeforeEach
    void aReminderHasLeft() {
        house.itIs("2026-04-20");
        Invoice invoice = invoice(Country.NO, "2026-03-16", false);
        number = caseOf(invoice);
        letter = mailed(invoice, LetterType.FEE_REMINDER);
    }

    private MockHttpServletRequestBuilder telling(UUID id, String body, String role) {
        return post("/api/cases/{number}/letters/{id}/returned", number.value(), id)
                .with(user("kari").roles(role))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    @Test
    void takesATellingOnceAndSaysWhetherItWasTheFirst() throws Exception {
        http.perform(telling(letter.id(), "{\"reason\": \"Moved\"}", "HANDLER"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.first").value(true))
                .andExpect(jsonPath("$.returned.reason").value("Moved"))
                .andExpect(jsonPath("$.returned.toldBy").value("kari"));
        http.perform(telling(letter.id(), "{\"reason\": \"Moved again\"}", "MANAGER"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.first").value(false))
                .andExpect(jsonPath("$.returned.reason").value("Moved"));
        http.perform(get("/api/cases/{number}/journal", number.value())
                        .header("Accept-Language", "nb")
                        .with(user("kari").roles("HANDLER")))
                .andExpect(content().string(Matchers.containsString("Purring kom ikke fram: e-posten kom i retur")));
    }

    @Test
    void asksForAReasonALetterOfTheCaseAndAHandler() throws Exception {
        http.perform(telling(letter.id(), "{}", "HANDLER"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("reason"));
        http.perform(telling(UUID.randomUUID(), "{\"reason\": \"Moved\"}", "HANDLER"))
                .andExpect(status().isNotFound());
        http.perform(telling(letter.id(), "{\"reason\": \"Moved\"}", "DESIGNER"))
                .andExpect(status().isForbidden());
        assertThat(letters.find(letter.id()).orElseThrow().counts()).isTrue();
    }

    @Test
    void isToldOnTheCasePageBesideTheLetter() throws Exception {
        String path = "/cases/" + number.value() + "/letters/" + letter.id() + "/returned";
        http.perform(get("/cases/" + number.value()).with(user("kari").roles("HANDLER")))
                .andExpect(content().string(Matchers.containsString("action=\"" + path + "\"")));
        http.perform(post(path).with(user("kari").roles("HANDLER")).with(csrf()).param("reason", " "))
                .andExpect(redirectedUrl("/cases/" + number.value()));
        assertThat(letters.find(letter.id()).orElseThrow().counts()).isTrue();
        http.perform(post(path).with(user("kari").roles("HANDLER")).with(csrf()).param("reason", "Flyttet <3"))
                .andExpect(redirectedUrl("/cases/" + number.value()));
        http.perform(get("/cases/" + number.value())
                        .header("Accept-Language", "sv")
                        .with(user("kari").roles("HANDLER")))
                .andExpect(content()
                        .string(Matchers.allOf(
                                Matchers.containsString("Flyttet &lt;3"),
                                Matchers.containsString("kom inte fram"),
                                Matchers.not(Matchers.containsString("action=\"" + path + "\"")))));
    }
}
