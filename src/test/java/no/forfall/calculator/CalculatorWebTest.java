package no.forfall.calculator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.api.Notice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

/** The calculator as programs and people reach it. Each test is undone at its end, with what it confirmed. */
@ForfallTest
@Transactional
class CalculatorWebTest {

    private static final RequestPostProcessor HANDLER = user("kari").roles("HANDLER");
    private static final RequestPostProcessor MIA = user("mia").roles("MANAGER");
    private static final RequestPostProcessor OTTO = user("otto").roles("MANAGER");

    @Autowired
    MockMvc http;

    @Autowired
    House house;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void today() {
        house.itIs("2026-11-22");
    }

    @Test
    void answersAProgramInMoneyAndDates() throws Exception {
        ask("/api/law/interest", """
                        {"country": "NO", "debtorType": "COMPANY", "currency": "NOK", "principal": 10000.00,
                         "dueDate": "2026-06-15", "asOf": "2026-07-15", "events": []}""")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(99.66))
                .andExpect(jsonPath("$.currency").value("NOK"))
                .andExpect(jsonPath("$.segments.length()").value(2))
                .andExpect(jsonPath("$.segments[0].from").value("2026-06-16"))
                .andExpect(jsonPath("$.segments[0].to").value("2026-06-30"))
                .andExpect(jsonPath("$.segments[0].days").value(15))
                .andExpect(jsonPath("$.segments[0].rate").value(12.00))
                .andExpect(jsonPath("$.segments[0].base").value(10000.00))
                .andExpect(jsonPath("$.segments[0].amount").value(49.32));
    }

    @Test
    void namesFieldFaultAndMend() throws Exception {
        ask("/api/law/interest", """
                {"country": "NO", "principal": "0.001", "dueDate": "2026-06-15", "asOf": "2026-07-15"}""")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.errors[0].field").value("principal"))
                .andExpect(jsonPath("$.errors[0].message").value(containsString("more decimals")))
                .andExpect(jsonPath("$.errors[0].mend").value(containsString("at most two")));
    }

    @Test
    void namesTheRuleOfARefusal() throws Exception {
        ask("/api/law/interest", """
                {"country": "NO", "principal": "10000", "dueDate": "1990-06-15", "asOf": "2026-07-15"}""")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.rule").value("NO-R2"))
                .andExpect(jsonPath("$.statute").value("forsinkelsesrenteloven § 3"))
                .andExpect(jsonPath("$.reason").value(containsString("June 16, 1990")));
    }

    @Test
    void namesTheFieldThatIsNoJsonOfItsKind() throws Exception {
        ask("/api/law/verdict", """
                {"country": "NO", "sent": [{"step": "REMINDER", "date": {"year": 2026}}]}""")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("sent[0].date"));
        ask("/api/law/verdict", "{")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(""));
    }

    @Test
    void answersWhetherALetterMayGo() throws Exception {
        ask("/api/law/verdict", """
                        {"country": "NO", "debtorType": "PERSON", "step": "REMINDER_WITH_FEE", "dueDate": "2026-06-15",
                         "date": "2026-06-28", "sent": [], "disputed": false, "feeAgreed": false, "delivered": true}""")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.allowed").value(false))
                .andExpect(jsonPath("$.fee").value(0.00))
                .andExpect(jsonPath("$.deadline").value(nullValue()))
                .andExpect(jsonPath("$.earliest").value("2026-06-29"))
                .andExpect(jsonPath("$.rule").value("NO-R7"))
                .andExpect(jsonPath("$.reason").value(containsString("June 29, 2026")));
    }

    @Test
    void isDocumented() throws Exception {
        http.perform(get("/api/openapi").with(MIA))
                .andExpect(jsonPath("$.paths['/api/law/interest'].post.summary").isNotEmpty())
                .andExpect(jsonPath("$.paths['/api/law/verdict'].post.summary").isNotEmpty())
                .andExpect(jsonPath("$.components.schemas.VerdictRequest.properties.step.enum.length()")
                        .value(5));
    }

    @Test
    void explainsTheInterestOfAnAddress() throws Exception {
        http.perform(get("/calculator")
                        .param("lang", "nb")
                        .param("country", "NO")
                        .param("principal", "10 000,00")
                        .param("dueDate", "2026-06-13")
                        .param("asOf", "2026-07-15")
                        .param("event.type", "PAYMENT", "PAYMENT", "PAYMENT")
                        .param("event.date", "", "2026-07-05", "")
                        .param("event.amount", "", "2 500,00", "")
                        .with(HANDLER))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("lørdag 13. juni 2026")))
                .andExpect(content().string(containsString("Renten løper fra tirsdag 16. juni 2026.")))
                .andExpect(content().string(containsString("× 12,25 % i året × 10 / 365")))
                .andExpect(content().string(containsString("7\u202f500,00")));
    }

    @Test
    void showsAPersonWhatIsWrongAndWhatIsRefused() throws Exception {
        http.perform(get("/calculator")
                        .param("lang", "en")
                        .param("principal", "ten")
                        .param("dueDate", "")
                        .with(HANDLER))
                .andExpect(content().string(containsString("principal-fault")))
                .andExpect(content().string(containsString("This is missing.")));
        http.perform(get("/calculator")
                        .param("lang", "en")
                        .param("principal", "10000")
                        .param("dueDate", "2026-06-15")
                        .param("asOf", "2027-01-04")
                        .with(HANDLER))
                .andExpect(content().string(containsString("NO-R2, forsinkelsesrenteloven § 3")));
    }

    @ParameterizedTest
    @CsvSource({"/calculator,dueDate", "/calculator,asOf", "/calculator/verdict,dueDate", "/calculator/verdict,date"})
    void marksTheDateThatCannotBeRead(String page, String field) throws Exception {
        http.perform(get(page)
                        .param(field, "soon")
                        .param("principal", "10000")
                        .param("dueDate", "2026-06-15")
                        .with(HANDLER))
                .andExpect(content()
                        .string(containsString("aria-invalid=\"true\" aria-describedby=\"%s-fault\"".formatted(field))))
                .andExpect(content().string(containsString("id=\"%s-fault\"".formatted(field))));
    }

    @Test
    void answersAPersonsQuestionByAddress() throws Exception {
        http.perform(get("/calculator/verdict")
                        .param("lang", "en")
                        .param("country", "NO")
                        .param("debtorType", "PERSON")
                        .param("step", "HAND_OVER")
                        .param("dueDate", "2026-06-15")
                        .param("date", "2026-07-14")
                        .param("sent.step", "COLLECTION_NOTICE")
                        .param("sent.date", "2026-06-29")
                        .param("sent.deadline", "2026-07-13")
                        .param("sent.fee", "38")
                        .with(HANDLER))
                .andExpect(content().string(containsString("Not yet: from Wednesday 15 July 2026")))
                .andExpect(content().string(containsString("/calculator/rules?country=NO#NO-R14")));
        http.perform(get("/calculator/verdict")
                        .param("lang", "en")
                        .param("step", "COLLECTION_NOTICE")
                        .param("dueDate", "2026-06-15")
                        .param("date", "2026-07-14")
                        .param("undelivered", "on")
                        .with(HANDLER))
                .andExpect(content().string(containsString("NO-R18")));
    }

    @Test
    void listsEveryRuleInTheReadersLanguage() throws Exception {
        http.perform(get("/calculator/rules")
                        .param("country", "SE")
                        .param("lang", "sv")
                        .with(HANDLER))
                .andExpect(content().string(containsString("id=\"SE-R21\"")))
                .andExpect(content().string(containsString("Inkassobolag tar inte emot tvistiga fordringar.")));
        http.perform(get("/calculator/rules").param("lang", "nb").with(HANDLER))
                .andExpect(content().string(containsString("id=\"NO-R26\"")))
                .andExpect(content().string(not(containsString("id=\"NO-F1\""))));
    }

    @Test
    void letsManagersAloneEnterRatesAndAnotherOneConfirm() throws Exception {
        http.perform(get("/calculator/rates").with(HANDLER)).andExpect(status().isForbidden());
        http.perform(post("/calculator/rates/rate").with(HANDLER).with(csrf())).andExpect(status().isForbidden());
        enter("LATE_INTEREST_PERCENT", "2027-01-01", "11,75").andExpect(redirectedUrl("/calculator/rates"));
        long id = jdbc.sql("select max(id) from app.law_entry where state = 'PROPOSED'")
                .query(Long.class)
                .single();
        http.perform(get("/calculator/rates").param("lang", "en").with(MIA))
                .andExpect(content().string(containsString("Another manager confirms it.")))
                .andExpect(content().string(not(containsString("/calculator/rates/" + id + "/confirm"))));
        http.perform(post("/calculator/rates/" + id + "/confirm")
                        .param("lang", "en")
                        .with(MIA)
                        .with(csrf()))
                .andExpect(flash().attribute(
                                "notice",
                                new Notice(
                                        "breach",
                                        "That could not be done",
                                        "You entered this yourself. Another manager must confirm it.")));
        http.perform(get("/calculator/rates").with(OTTO))
                .andExpect(content().string(containsString("/calculator/rates/" + id + "/confirm")));
        http.perform(post("/calculator/rates/" + id + "/confirm").with(OTTO).with(csrf()))
                .andExpect(redirectedUrl("/calculator/rates"));
        ask("/api/law/interest", """
                {"country": "NO", "principal": "10000", "dueDate": "2026-12-30", "asOf": "2027-01-04"}""").andExpect(jsonPath("$.segments[1].rate").value(11.75));
    }

    @Test
    void saysWhyARateIsNotTaken() throws Exception {
        for (String[] wrong : new String[][] {
            {"LATE_INTEREST_PERCENT", "2027-02-01", "12"},
            {"LATE_INTEREST_PERCENT", "soon", "12"},
            {"LATE_INTEREST_PERCENT", "2027-01-01", "much"}
        }) {
            enter(wrong[0], wrong[1], wrong[2])
                    .andExpect(redirectedUrl("/calculator/rates"))
                    .andExpect(
                            result -> assertThat((Notice) result.getFlashMap().get("notice"))
                                    .extracting(Notice::tone)
                                    .isEqualTo("breach"));
        }
    }

    private ResultActions enter(String kind, String day, String value) throws Exception {
        return http.perform(post("/calculator/rates/rate")
                .param("kind", kind)
                .param("day", day)
                .param("value", value)
                .param("source", "FOR-2026-12-18-1")
                .param("reason", "")
                .with(MIA)
                .with(csrf()));
    }

    private ResultActions ask(String path, String json) throws Exception {
        return http.perform(post(path)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Accept-Language", "en")
                .content(json)
                .with(HANDLER)
                .with(csrf()));
    }
}
