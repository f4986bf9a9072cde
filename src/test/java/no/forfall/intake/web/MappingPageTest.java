package no.forfall.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.identity.Role;
import no.forfall.intake.CsvMappings;
import no.forfall.intake.KeptImports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ForfallTest
class MappingPageTest {

    private static final String FILE = "Fakturanr;Fakturadato;Forfall;Beløp;Kundenr;Kunde\n"
            + "%1$s-1;01.02.2026;01.03.2026;1.250;7;Blåbær AS\n"
            + "%1$s-2;01.02.2026;31.02.2026;10,00;8;=HYPERLINK(1)\n";

    @Autowired
    MockMvc http;

    @Autowired
    House house;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CsvMappings mappings;

    @Autowired
    KeptImports kept;

    @Autowired
    People people;

    @BeforeEach
    void nothingIsMapped() {
        house.itIs("2026-03-02");
        people.save(new Person("kari", "Kari Nordmann", Set.of(Role.HANDLER)), "let-me-in");
        jdbc.sql("delete from app.csv_mapping").update();
        jdbc.sql("delete from app.waiting_file").update();
    }

    private MockHttpServletResponse upload(String kind, String text) throws Exception {
        return http.perform(multipart("/imports/" + kind)
                        .file(new MockMultipartFile(
                                "files", "salg.csv", null, text.getBytes(StandardCharsets.ISO_8859_1)))
                        .header("Accept-Language", "nb")
                        .with(user("kari").roles("HANDLER"))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private String waiting(String kind, String text) throws Exception {
        MockHttpServletResponse answer = upload(kind, text);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
        assertThat(answer.getRedirectedUrl()).startsWith("/imports/mapping/");
        return answer.getRedirectedUrl();
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request, String person) throws Exception {
        return http.perform(request.header("Accept-Language", "nb")
                        .with(user(person).roles("HANDLER"))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private String seen(String page) throws Exception {
        String html = perform(get(page), "kari").getContentAsString();
        return html.replaceAll("(?s).*name=\"seen\" value=\"([0-9a-f]+)\".*", "$1");
    }

    private MockHttpServletRequestBuilder invoices(String page, String act) throws Exception {
        return post(page)
                .param("act", act)
                .param("seen", seen(page))
                .param("column.invoice", "Fakturanr")
                .param("column.issued", "Fakturadato")
                .param("column.due", "Forfall")
                .param("column.amount", "Beløp")
                .param("column.customer", "Kundenr")
                .param("column.name", "Kunde")
                .param("constant.currency", "NOK")
                .param("constant.creditor_org", "923609016")
                .param("constant.creditor_name", "Salg AS")
                .param("constant.creditor_country", "NO");
    }

    @Test
    void showsWhatWasRecognisedAndNamesWhatIsMissing() throws Exception {
        var before = kept.last(1);
        String page = waiting("invoices", FILE.formatted("CMW"));
        String shown = perform(get(page), "kari").getContentAsString();
        assertThat(shown).contains("ISO-8859-1, semikolon, desimalkomma, dd.MM.yyyy", "Blåbær AS");
        assertThat(shown).containsPattern("<option value=\"Beløp\" selected=\"selected\">Beløp · 1.250</option>");
        String tried = perform(post(page).param("act", "try"), "kari").getContentAsString();
        assertThat(tried).contains("Velg en kolonne for:", "href=\"#column.creditor_org\"");
        assertThat(tried)
                .doesNotContain("href=\"#column.due\"")
                .contains("Velg en kolonne, eller skriv det som gjelder");
        assertThat(kept.last(1)).isEqualTo(before);
    }

    @Test
    void triesTheFirstLinesAndChangesNothing() throws Exception {
        String page = waiting("invoices", FILE.formatted("CMT"));
        String tried = perform(invoices(page, "try"), "kari").getContentAsString();
        assertThat(tried)
                .contains("Ville bli godtatt", "Ville bli avvist", "2026-03-01", "<strong>Forfall</strong>")
                .contains("«31.02.2026» er ingen dato på formen dd.MM.yyyy.");
        assertThat(jdbc.sql("select count(*) from app.invoice where number = 'CMT-1'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(mappings.names("invoices")).isEmpty();
    }

    @Test
    void readsSavesAndReadsTheNextFileAtOnce() throws Exception {
        String page = waiting("invoices", FILE.formatted("CMS"));
        String read =
                perform(invoices(page, "save").param("name", "Salg"), "kari").getContentAsString();
        assertThat(read).contains("Kolonner som i oppsettet Salg.", "/refused.csv", "«31.02.2026»");
        assertThat(jdbc.sql("select amount from app.invoice where number = 'CMS-1'")
                        .query(java.math.BigDecimal.class)
                        .single())
                .isEqualByComparingTo("1250.00");
        assertThat(mappings.names("invoices")).containsExactly("Salg");
        assertThat(mappings.names("payments")).isEmpty();
        assertThat(perform(get(page), "kari").getRedirectedUrl()).isEqualTo("/imports");

        MockHttpServletResponse next = upload("invoices", FILE.formatted("CMS2"));
        assertThat(next.getStatus()).isEqualTo(200);
        assertThat(next.getContentAsString()).contains("Kolonner som i oppsettet Salg.");
        assertThat(jdbc.sql("select count(*) from app.invoice where number = 'CMS2-1'")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void refusesASaveWithoutAProperNameAndReplacesOneOfTheSameName() throws Exception {
        String page = waiting("invoices", FILE.formatted("CMN"));
        for (String name : List.of("", "done", "../x", "a/b")) {
            assertThat(perform(invoices(page, "save").param("name", name), "kari")
                            .getContentAsString())
                    .as(name)
                    .contains("Gi det et navn på høyst 60 tegn");
        }
        perform(invoices(page, "save").param("name", "Igjen"), "kari");
        String other = waiting("invoices", FILE.formatted("CMN2").replace("Forfall", "Frist"));
        perform(invoices(other, "save").param("name", "Igjen").param("column.due", "Frist"), "kari");
        assertThat(mappings.names("invoices")).containsExactly("Igjen");
    }

    @Test
    void keepsAWaitingFileForItsSenderAndForADay() throws Exception {
        String page = waiting("invoices", FILE.formatted("CMO"));
        assertThat(perform(get(page), "ola").getRedirectedUrl()).isEqualTo("/imports");
        assertThat(perform(get(page), "kari").getStatus()).isEqualTo(200);
        house.itIs("2026-03-04");
        assertThat(perform(get(page), "kari").getRedirectedUrl()).isEqualTo("/imports");
    }

    @Test
    void keepsTenFilesOfASenderAtMost() throws Exception {
        for (int i = 0; i < 12; i++) {
            waiting("payments", "Dato;Kroner\n24.03.2026;" + i + ",00\n");
        }
        assertThat(jdbc.sql("select count(*) from app.waiting_file")
                        .query(Long.class)
                        .single())
                .isEqualTo(10);
    }

    @Test
    void saysWhenWhatWasChosenDoesNotSuitTheFile() throws Exception {
        String page = waiting("invoices", FILE.formatted("CME"));
        String shown = perform(invoices(page, "look").param("encoding", "UTF_8"), "kari")
                .getContentAsString();
        assertThat(shown).contains("Filen er ikke skrevet i UTF-8.");
        assertThat(perform(get(page), "kari").getStatus()).isEqualTo(200);
        String tabs = perform(invoices(page, "look").param("separator", "tab"), "kari")
                .getContentAsString();
        assertThat(tabs).contains("tabulator, desimalkomma");
    }

    @Test
    void refusesAHostileHeaderWithoutLettingItWait() throws Exception {
        MockHttpServletResponse many = upload("invoices", "a;".repeat(10_000) + "\n1;2\n");
        assertThat(many.getStatus()).isEqualTo(200);
        assertThat(many.getContentAsString()).contains("10001 kolonner");
        String quotes = upload("invoices", "\"a;b\n1;2\n").getContentAsString();
        assertThat(quotes).contains("anførselstegn som ikke er lukket");
        assertThat(jdbc.sql("select count(*) from app.waiting_file")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private MockHttpServletResponse send(String kind, String text, String mapping) throws Exception {
        return http.perform(multipart("/api/" + kind + "/imports")
                        .file(new MockMultipartFile("file", "salg.csv", null, text.getBytes(StandardCharsets.UTF_8)))
                        .param("mapping", mapping)
                        .header("Accept-Language", "en")
                        .with(httpBasic("kari", "let-me-in")))
                .andReturn()
                .getResponse();
    }

    @Test
    void programsChooseAMappingByName() throws Exception {
        perform(invoices(waiting("invoices", FILE.formatted("CMP")), "save").param("name", "Salg"), "kari");
        assertThat(send("invoices", FILE.formatted("CMP2"), "Salg").getContentAsString())
                .contains("\"mapping\":\"Salg\"", "\"accepted\":1");
        MockHttpServletResponse unknown = send("invoices", FILE.formatted("CMP3"), "Annet");
        assertThat(unknown.getStatus()).isEqualTo(422);
        assertThat(unknown.getContentAsString()).contains("There is no mapping called Annet");
        assertThat(send("invoices", "Nr;Dato\n1;2\n", "Salg").getContentAsString())
                .contains("The file lacks columns that the mapping Salg uses: Beløp, Fakturadato");
    }

    @Test
    void givesTheRefusedLinesAsAFileThatASpreadsheetOpensWithoutHarm() throws Exception {
        perform(invoices(waiting("invoices", FILE.formatted("CMR")), "save").param("name", "Salg"), "kari");
        String report = send(
                        "invoices",
                        FILE.formatted("CMR2") + "CMR2-3;01.02.2026;01.03.2026;-5,00;+47 912;@x\n" + "CMR2-4;\"open\n",
                        "Salg")
                .getContentAsString();
        String file = JsonPath.read(report, "$.refusedLines");
        assertThat(file).isEqualTo("/api/imports/" + JsonPath.read(report, "$.id") + "/refused.csv");
        MockHttpServletResponse csv = perform(get(file), "kari");
        assertThat(csv.getContentType()).startsWith("text/csv");
        assertThat(csv.getContentAsString(StandardCharsets.UTF_8))
                .startsWith("\ufeffFakturanr;Fakturadato;Forfall;Beløp;Kundenr;Kunde;Grunn;Slik rettes det\r\n")
                .contains("CMR2-2;01.02.2026;31.02.2026;10,00;8;'=HYPERLINK(1);«31.02.2026» er ingen dato")
                .contains("CMR2-3;01.02.2026;01.03.2026;-5,00;+47 912;'@x;Beløpet")
                .contains("\"CMR2-4;\"\"open\";;;;;;");
        assertThat(perform(get("/api/imports/0/refused.csv"), "kari").getStatus())
                .isEqualTo(404);
        assertThat(http.perform(get(file).with(user("dag").roles("DESIGNER")))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void takesPaymentsWithAMapping() throws Exception {
        String page = waiting("payments", "Dato;Inn;Melding;KID\n02.03.2026;1.250;takk;99000017\n");
        String read = perform(
                        post(page).param("act", "save").param("name", "Bank").param("constant.currency", "NOK"), "kari")
                .getContentAsString();
        assertThat(read).contains("Innbetalinger lest inn", "Kolonner som i oppsettet Bank.");
        assertThat(jdbc.sql("select amount from app.payment where reference = '99000017'")
                        .query(java.math.BigDecimal.class)
                        .single())
                .isEqualByComparingTo("1250.00");
    }

    @Test
    void showsASavedMappingAgainToBeCorrected() throws Exception {
        perform(invoices(waiting("invoices", FILE.formatted("CMA")), "save").param("name", "Salg"), "kari");
        String page = http.perform(multipart("/imports/invoices")
                        .file(new MockMultipartFile(
                                "files",
                                "igjen.csv",
                                null,
                                FILE.formatted("CMA2").getBytes(StandardCharsets.ISO_8859_1)))
                        .param("mapping", "*")
                        .with(user("kari").roles("HANDLER"))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(perform(get(page), "kari").getContentAsString())
                .contains("name=\"name\" maxlength=\"60\" autocomplete=\"off\" value=\"Salg\"", "value=\"Salg AS\"");
    }

    @Test
    void knowsAFileAgainThatHasMoreColumnsInAnotherOrder() throws Exception {
        perform(invoices(waiting("invoices", FILE.formatted("CMB")), "save").param("name", "Salg"), "kari");
        String wide = "Merknad;Kunde;Kundenr;Beløp;Forfall;Fakturadato;Fakturanr\n"
                + "x;Blåbær AS;7;10,00;01.03.2026;01.02.2026;CMB3-1\n";
        assertThat(upload("invoices", wide).getContentAsString()).contains("Kolonner som i oppsettet Salg.");
        assertThat(upload("invoices", wide.replace("Forfall;", "Frist;")).getRedirectedUrl())
                .startsWith("/imports/mapping/");
    }
}
