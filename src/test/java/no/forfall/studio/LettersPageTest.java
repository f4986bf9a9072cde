package no.forfall.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.Samples;
import no.forfall.correspondence.LetterText;
import no.forfall.correspondence.LetterTexts;
import no.forfall.correspondence.LetterType;
import no.forfall.shared.CaseNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ForfallTest
class LettersPageTest {

    private static final String PAGE = "/studio/letters/friendly-reminder";
    private static final LetterType TYPE = LetterType.FRIENDLY_REMINDER;

    @Autowired
    MockMvc http;

    @Autowired
    LetterTexts texts;

    @Autowired
    Samples samples;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    House house;

    CaseNumber number;

    @BeforeEach
    void aCaseToShow() {
        house.itIs("2026-03-30");
        var followed = samples.caseDue("2026-03-16", "Åse & Co <AS>", "NOK 1250.00");
        number = followed.number();
        jdbc.sql("update app.debtor set street = 'Storgata 1', postal_code = '0155', city = 'Oslo', country_code = 'NO'"
                        + " where id = (select debtor_id from app.invoice where id = ?)")
                .param(followed.invoiceId())
                .update();
        texts.backToTheHouse(TYPE, "sv", "for the next test", "dina");
    }

    @AfterEach
    void theHouseWritesAgain() {
        texts.backToTheHouse(TYPE, "sv", "for the next test", "dina");
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request, String person, String role)
            throws Exception {
        return http.perform(request.header("Accept-Language", "sv")
                        .with(user(person).roles(role))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletRequestBuilder publish(String text) {
        return post(PAGE + "/publish")
                .param("publish", "sv")
                .param("text.sv", text)
                .param("note", "vänligare")
                .param("case", number.value());
    }

    private String text(String more) {
        return texts.inForce(TYPE, "sv")
                .source()
                .replaceFirst("\nVänliga hälsningar", "\n" + more + "\n\nVänliga hälsningar");
    }

    @Test
    void showsTheTextsAndWhatTheyLookLikeOnACase() throws Exception {
        String page = perform(get(PAGE + "?case=" + number.value()), "dina", "DESIGNER")
                .getContentAsString();
        assertThat(page)
                .contains("Vänlig påminnelse", "Norska", "Engelska", "{{payment}}", "Husutgåva")
                .contains("sandbox=\"\"", "srcdoc=", "&amp;lt;AS&amp;gt;")
                .doesNotContain("??");
        assertThat(perform(get(PAGE + "?case=F-999999"), "dina", "DESIGNER").getContentAsString())
                .contains("Det finns inget sådant ärende");
        assertThat(perform(get("/studio/letters/love-letter"), "dina", "DESIGNER")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void looksAtWhatIsTypedAndKeepsNothing() throws Exception {
        int before = texts.history(TYPE, "sv").size();
        String page = perform(
                        post(PAGE + "/preview")
                                .param("text.sv", "Subject: x\n\n<img src=x>")
                                .param("case", number.value()),
                        "dina",
                        "DESIGNER")
                .getContentAsString();
        assertThat(page).contains("är HTML", "Brevet säger inte alltid hur det betalas");
        assertThat(texts.history(TYPE, "sv")).hasSize(before);
    }

    @Test
    void publishesAndTellsOfIt() throws Exception {
        assertThat(perform(publish(text("Ha det gott!")), "dina", "DESIGNER").getRedirectedUrl())
                .isEqualTo(PAGE + "?case=" + number.value());
        assertThat(texts.inForce(TYPE, "sv").source()).contains("Ha det gott!");
        assertThat(perform(get(PAGE), "mona", "MANAGER").getContentAsString())
                .contains("vänligare", "Publicerad", "readonly");
        assertThat(perform(get("/studio"), "mona", "MANAGER").getContentAsString())
                .contains(PAGE);
    }

    @Test
    void keepsWhatWasTypedWhenItIsRefused() throws Exception {
        String page = perform(publish(text("Vi ringer din arbetsgivare.")), "dina", "DESIGNER")
                .getContentAsString();
        assertThat(page).contains("Svenska publicerades inte", "Vi ringer din arbetsgivare.", "vänligare");
        assertThat(texts.inForce(TYPE, "sv").source()).doesNotContain("arbetsgivare");
    }

    @Test
    void anotherPersonLetsWordsPassAndNobodyTheirOwn() throws Exception {
        perform(publish(text("Vi ringer din arbetsgivare.")).param("second", "true"), "dina", "DESIGNER");
        LetterText waiting = texts.history(TYPE, "sv").get(0);
        assertThat(perform(get(PAGE), "dag", "DESIGNER").getContentAsString())
                .contains("dina ber en annan person", "”arbetsgivare” talar om", "Släpp igenom");
        MockHttpServletRequestBuilder pass = post(PAGE + "/decide")
                .param("language", "sv")
                .param("version", String.valueOf(waiting.version()))
                .param("pass", "true");
        perform(pass, "dina", "DESIGNER");
        assertThat(texts.inForce(TYPE, "sv").source()).doesNotContain("arbetsgivare");
        assertThat(perform(pass, "mona", "MANAGER").getStatus()).isEqualTo(403);
        perform(pass, "dag", "DESIGNER");
        assertThat(texts.inForce(TYPE, "sv").source()).contains("arbetsgivare");
        assertThat(texts.history(TYPE, "sv").get(0).decidedBy()).isEqualTo("dag");
    }

    @Test
    void handlersSeeNoTextsAndManagersPublishNone() throws Exception {
        assertThat(perform(get(PAGE), "hanna", "HANDLER").getStatus()).isEqualTo(403);
        assertThat(perform(publish(text("x")), "mona", "MANAGER").getStatus()).isEqualTo(403);
    }
}
