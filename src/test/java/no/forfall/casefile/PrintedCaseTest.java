package no.forfall.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.sql.Timestamp;
import java.time.Clock;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.Samples;
import no.forfall.cases.Cases;
import no.forfall.disputes.DisputeReason;
import no.forfall.disputes.Disputes;
import no.forfall.identity.Role;
import no.forfall.shared.CaseNumber;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A case on paper. */
@ForfallTest
class PrintedCaseTest {

    @Autowired
    MockMvc http;

    @Autowired
    Samples samples;

    @Autowired
    House house;

    @Autowired
    Disputes disputes;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private CaseNumber number;

    @BeforeEach
    void aCaseWithALife() {
        house.itIs("2026-03-30");
        samples.person("print.kari", "Kari Utskrift", Role.HANDLER);
        number = samples.caseDue("2026-03-16", "Utskrift & Sønner <AS>", "NOK 12500.00")
                .number();
    }

    private byte[] pdf(String language) throws Exception {
        return http.perform(get("/api/cases/" + number + "/case-file.pdf")
                        .param("lang", language)
                        .with(user("print.kari").roles("HANDLER")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private String text(String language) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf(language))) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).startsWith(language);
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0\u202f]+", " ");
        }
    }

    private void note(String words) throws Exception {
        http.perform(post("/cases/" + number + "/notes")
                .param("text", words)
                .with(user("print.kari").roles("HANDLER"))
                .with(csrf()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Parties | Claim, part by part | Timeline | Made on
            nb | Parter  | Kravet, del for del | Tidslinje | Laget
            sv | Parter  | Fordran, del för del | Tidslinje | Gjord
            """)
    void tellsTheCaseInTheLanguageOfTheReader(String language, String parties, String claim, String time, String made)
            throws Exception {
        assertThat(text(language))
                .contains("Utskrift & Sønner <AS>", number.value(), parties, claim, time, made, "Kari Utskrift")
                .contains("1 / ");
    }

    @Test
    void namesClaimInterestObjectionsPausesAndTickedNotes() throws Exception {
        disputes.raise(number, DisputeReason.WRONG_AMOUNT, Money.parse("NOK 500"), "Two hours too many", "print.kari");
        cases.hold(number, "CLAIM_CHECKED", null);
        note("Kept between us");
        note("The debtor called \uD83D\uDE00 and \u0007 agreed");
        long id = jdbc.sql("select max(id) from app.note where case_number = ?")
                .param(number.value())
                .query(Long.class)
                .single();
        http.perform(post("/cases/" + number + "/notes/" + id + "/evidence")
                .param("on", "true")
                .with(user("print.kari").roles("HANDLER"))
                .with(csrf()));
        assertThat(text("en"))
                .contains(
                        "12,500.00",
                        "Disputed, not asked for now",
                        "How late interest comes about",
                        "Two hours too many",
                        "not decided yet",
                        "The claim is being checked",
                        "The debtor called",
                        "Put on hold until somebody resumes it")
                .doesNotContain("Kept between us");
    }

    @Test
    void printsTheNewestTwoThousandEntriesAndSaysSo() throws Exception {
        jdbc.sql("insert into app.journal (case_number, at, kind, actor, facts)"
                        + " select ?, ?, 'StepAssigned', 'forfall', '{}'::jsonb from generate_series(1, 2100)")
                .params(number.value(), Timestamp.from(clock.instant()))
                .update();
        String text = text("en");
        assertThat(text).contains("Only the newest 2,000 entries are printed");
        assertThat(text.split("Put back on the work list", -1)).hasSize(2001);
    }
}
