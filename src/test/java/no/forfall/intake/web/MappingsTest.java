package no.forfall.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
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

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.intake.CsvMappings;
import no.forfall.intake.Upload;
import no.forfall.intake.reading.CsvMapping;
import no.forfall.intake.reading.CsvShape;
import no.forfall.intake.reading.DateFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ForfallTest
class MappingsTest {

    private static final RequestPostProcessor HANDLER = user("kari").roles("HANDLER");
    private static final RequestPostProcessor MANAGER = user("mona").roles("MANAGER");
    private static final RequestPostProcessor DESIGNER = user("dora").roles("DESIGNER");
    private static final String NAME = "Bank; 100 % & så #1";
    private static final String MAPPING = """
            {"encoding": "WINDOWS_1252", "separator": "bar", "header": true, "decimal": "comma", "dates": "dd.MM.yyyy",
             "fileColumns": ["Dag", "Sum, inn", "KID", "Fra"],
             "columns": {"booked": "Dag", "amount": "Sum, inn", "reference": "KID"},
             "constants": {"currency": "NOK"}}
            """;

    @Autowired
    MockMvc http;

    @Autowired
    House house;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CsvMappings mappings;

    @Autowired
    Upload upload;

    @BeforeEach
    void nothingIsMapped() {
        house.itIs("2026-03-02");
        jdbc.sql("delete from app.csv_mapping").update();
    }

    private ResultActions save(String kind, String name, String mapping) throws Exception {
        return http.perform(one(put("/api/imports/mappings/" + kind), name, HANDLER)
                .contentType(MediaType.APPLICATION_JSON)
                .content(mapping));
    }

    private static MockHttpServletRequestBuilder one(
            MockHttpServletRequestBuilder request, String name, RequestPostProcessor person) {
        return request.queryParam("name", name)
                .header("Accept-Language", "en")
                .with(person)
                .with(csrf());
    }

    @Test
    void aMappingThatAProgramSavesReadsTheNextFile() throws Exception {
        save("payments", NAME, MAPPING)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.savedBy").value("kari"));
        var answer = upload.payments("Dag|Sum, inn|KID|Fra\n01.03.2026|1.250,50|mappings-1|Ås AS\n");
        assertThat(answer.<Integer>at("$.accepted")).as(answer.body()).isEqualTo(1);
        assertThat(jdbc.sql("select amount from app.payment where reference = 'mappings-1'")
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("1250.50");
    }

    @Test
    void whatIsReadCanBeSavedAgainElsewhere() throws Exception {
        save("payments", NAME, MAPPING).andExpect(status().isOk());
        String saved = http.perform(one(get("/api/imports/mappings/payments"), NAME, HANDLER))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var before = mappings.named("payments", NAME);
        http.perform(get("/api/imports/mappings").with(HANDLER))
                .andExpect(jsonPath("$", hasSize(1)))
                .andExpect(jsonPath("$[0].name").value(NAME))
                .andExpect(jsonPath("$[0].kind").value("payments"));
        http.perform(one(delete("/api/imports/mappings/payments"), NAME, MANAGER))
                .andExpect(status().isNoContent());
        http.perform(one(delete("/api/imports/mappings/payments"), NAME, MANAGER))
                .andExpect(status().isNotFound());
        http.perform(one(get("/api/imports/mappings/payments"), NAME, HANDLER)).andExpect(status().isNotFound());
        save("payments", NAME, saved).andExpect(status().isOk());
        assertThat(mappings.named("payments", NAME)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMappingThatWasMadeOnThePageCanBeReadAndSavedAgain(boolean header) throws Exception {
        List<String> columns =
                header ? List.of("Dag", "Beløp \u0096 \t" + "x".repeat(300), "NOK (2)") : List.of("#1", "#2", "#3");
        CsvShape shape = new CsvShape(null, ';', header, '.', DateFormat.COMPACT_SHORT);
        Map<String, String> ours =
                Map.of("booked", columns.get(0), "amount", columns.get(1), "currency", columns.get(2));
        mappings.save(
                "payments", new CsvMapping("Page", shape, columns, ours, Map.of("account", "1503 40 12349")), "kari");
        String saved = http.perform(one(get("/api/imports/mappings/payments"), "Page", HANDLER))
                .andReturn()
                .getResponse()
                .getContentAsString();
        save("payments", "Copy", saved).andExpect(status().isOk());
        assertThat(mappings.named("payments", "Copy"))
                .isEqualTo(new CsvMapping("Copy", shape, columns, ours, Map.of("account", "1503 40 12349")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "done | | | name | folder",
                "a/b | | | name | folder",
                "x | `\"bar\"` | `\"dot\"` | separator | semicolon, comma, tab, bar",
                "x | \"comma\" | \"dot\" | decimal | comma, point",
                "x | dd.MM.yyyy | dd.mm.åå | dates | dd.MM.yyyy",
                "x | WINDOWS_1252 | LATIN1 | encoding | UTF_8",
                "x | \"booked\": | \"day\": | columns.day | booked",
                "x | : \"Dag\" | : \"Date\" | columns.booked | Sum, inn",
                "x | \"currency\" | \"valuta\" | constants.valuta | currency",
                "x | \"NOK\" | \" NOK\" | constants.currency | spaces",
                "x | \"currency\": \"NOK\" | | columns.currency | Name the column",
                "x | \"Fra\"] | \"Dag\"] | fileColumns | once",
                "x | \"header\": true | \"header\": false | fileColumns | #1"
            })
    void saysWhatAMappingCannotBe(String name, String from, String to, String field, String sentence) throws Exception {
        String mapping = from == null ? MAPPING : MAPPING.replace(from, to == null ? "" : to);
        save("payments", name, mapping)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value(field))
                .andExpect(jsonPath("$.errors[0].message").value(containsString(sentence)));
        assertThat(mappings.all()).isEmpty();
    }

    @Test
    void anEmptyMappingIsRefusedToo() throws Exception {
        save("invoices", "x", "{}").andExpect(status().isUnprocessableEntity());
        save("letters", "x", MAPPING).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @CsvSource({
        "en, Saved mappings, 'Currency, for every line: NOK', Booking day: Dag",
        "nb, Lagrede kolonneoppsett, 'Valuta, for alle linjer: NOK', Bokføringsdag: Dag",
        "sv, Sparade kolumnuppsättningar, 'Valuta, för alla rader: NOK', Bokföringsdag: Dag"
    })
    void thePageTellsTheColumnsInWords(String language, String title, String constant, String column) throws Exception {
        save("payments", NAME, MAPPING);
        http.perform(get("/imports/mappings")
                        .header("Accept-Language", language)
                        .with(HANDLER))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString(title),
                                containsString(constant),
                                containsString(column),
                                containsString("Bank; 100 % &amp; så #1"),
                                containsString("name=Bank;%20100%20%25%20%26%20s%C3%A5%20%231"),
                                not(containsString("/imports/mappings/remove")))));
        http.perform(get("/imports").header("Accept-Language", language).with(HANDLER))
                .andExpect(content().string(containsString("href=\"/imports/mappings\"")));
    }

    @Test
    void aManagerRemovesOneOnThePage() throws Exception {
        save("payments", NAME, MAPPING);
        MockHttpServletRequestBuilder remove = post("/imports/mappings/remove").param("kind", "payments");
        http.perform(remove.param("name", NAME).with(HANDLER).with(csrf())).andExpect(status().isForbidden());
        http.perform(one(delete("/api/imports/mappings/payments"), NAME, HANDLER))
                .andExpect(status().isForbidden());
        http.perform(get("/imports/mappings").with(DESIGNER)).andExpect(status().isForbidden());
        http.perform(get("/api/imports/mappings").with(DESIGNER)).andExpect(status().isForbidden());
        http.perform(get("/imports/mappings").with(MANAGER))
                .andExpect(content().string(containsString("/imports/mappings/remove")));
        http.perform(post("/imports/mappings/remove")
                        .param("kind", "payments")
                        .param("name", NAME)
                        .with(MANAGER)
                        .with(csrf()))
                .andExpect(redirectedUrl("/imports/mappings"))
                .andExpect(flash().attribute("removed", NAME));
        assertThat(mappings.all()).isEmpty();
    }
}
