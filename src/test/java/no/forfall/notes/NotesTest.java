package no.forfall.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.Samples;
import no.forfall.api.Notice;
import no.forfall.identity.Role;
import no.forfall.journal.Journal;
import no.forfall.journal.JournalEntry;
import no.forfall.shared.CaseNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What people of the house write down on a case, and whom it calls. */
@ForfallTest
class NotesTest {

    private static final String WRITER = "note.writer";
    private static final String READER = "note.reader";

    @Autowired
    MockMvc http;

    @Autowired
    Samples samples;

    @Autowired
    House house;

    @Autowired
    Journal journal;

    @Autowired
    Mentions mentions;

    @Autowired
    JdbcClient jdbc;

    private CaseNumber number;

    @BeforeEach
    void aCaseAndTwoPeople() {
        house.itIs("2026-03-02");
        samples.person(WRITER, "Nora Note", Role.HANDLER);
        samples.person(READER, "Lars Leser", Role.SALES);
        samples.person("note.designer", "Dag Design", Role.DESIGNER);
        number = samples.caseDue("2026-03-16", "Notat AS", "NOK 1000.00").number();
    }

    private ResultActions send(String person, Role role, String path, String field, String value) throws Exception {
        return http.perform(post("/cases/" + number + "/notes" + path)
                .param(field, value)
                .with(user(person).roles(role.name()))
                .with(csrf()));
    }

    private void write(String text) throws Exception {
        send(WRITER, Role.HANDLER, "", "text", text).andExpect(redirectedUrl("/cases/" + number));
    }

    private String page(String path, String person, Role role) throws Exception {
        return http.perform(get(path).param("lang", "en").with(user(person).roles(role.name())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String casePage() throws Exception {
        return page("/cases/" + number, WRITER, Role.HANDLER);
    }

    private long noteId() {
        return jdbc.sql("select max(id) from app.note where case_number = ?")
                .param(number.value())
                .query(Long.class)
                .single();
    }

    private Map<String, String> evidence() throws Exception {
        byte[] zip = http.perform(get("/api/cases/" + number + "/evidence.zip")
                        .with(user(WRITER).roles("HANDLER")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void showsANoteAsTextOnTheCaseAndInItsTimeline() throws Exception {
        write("First line\r\n<script>alert(1)</script>");
        assertThat(casePage())
                .contains("First line\n&lt;script&gt;alert(1)&lt;/script&gt;", "Nora Note")
                .doesNotContain("<script>alert");
        JournalEntry told = journal.of(number, Long.MAX_VALUE, 1).get(0);
        assertThat(told.kind()).isEqualTo("NoteWritten");
        assertThat(told.actor()).isEqualTo(WRITER);
        assertThat(told.facts().toString()).doesNotContain("First line");
    }

    @ParameterizedTest
    @CsvSource({"nb, Notat, Bare for oss", "sv, Anteckning, Bara för oss", "en, Note, Only for us"})
    void speaksTheLanguageOfTheReader(String language, String entry, String internal) throws Exception {
        write("Ja");
        assertThat(http.perform(get("/cases/" + number)
                                .param("lang", language)
                                .with(user(WRITER).roles("HANDLER")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains(entry, internal);
    }

    @Test
    void callsWhomItMentionsUntilThatPersonOpensTheCase() throws Exception {
        write("Look at this, @" + READER + ". (@" + WRITER + " wrote, not a@" + READER + ")");
        assertThat(mentions.unread(READER)).isEqualTo(1);
        assertThat(mentions.unread(WRITER)).isZero();
        assertThat(page("/mentions", READER, Role.SALES))
                .contains("Unread notes that call you: 1", "Notat AS", "Look at this", "/cases/" + number + "#notes");
        assertThat(page("/mentions", READER, Role.SALES)).doesNotContain("No note calls you");
        page("/cases/" + number, READER, Role.SALES);
        assertThat(mentions.unread(READER)).isZero();
        assertThat(page("/mentions", READER, Role.SALES))
                .contains("Look at this")
                .doesNotContain("Unread notes");
    }

    @Test
    void saysWhoWasNotCalled() throws Exception {
        var answer = send(WRITER, Role.HANDLER, "", "text", "@note.designer and @nobody.here, look")
                .andReturn();
        assertThat((Notice) answer.getFlashMap().get("notice"))
                .extracting(Notice::text)
                .asString()
                .contains("@note.designer, @nobody.here");
        assertThat(mentions.unread("note.designer")).isZero();
    }

    @Test
    void letsThoseWhoAnswerForTheGoodsAnswerToo() throws Exception {
        send(READER, Role.SALES, "", "text", "It was delivered").andExpect(redirectedUrl("/cases/" + number));
        send(READER, Role.SALES, "/" + noteId() + "/pin", "on", "true").andExpect(status().isForbidden());
    }

    @Test
    void refusesAnEmptyNoteAndOneThatIsTooLongAndGivesTheWordsBack() throws Exception {
        send(WRITER, Role.HANDLER, "", "text", " \n ").andExpect(redirectedUrl("/cases/" + number));
        String tooLong = "x".repeat(4001);
        var refused = send(WRITER, Role.HANDLER, "", "text", tooLong).andReturn();
        assertThat(refused.getFlashMap().get("draft")).isEqualTo(tooLong);
        assertThat((Notice) refused.getFlashMap().get("notice"))
                .extracting(Notice::text)
                .asString()
                .contains("4,001");
        assertThat(journal.ofKind("NoteWritten", java.util.List.of(number))).isEmpty();
        write("x\r\n".repeat(2000));
    }

    @Test
    void isCorrectedByItsAuthorForADayAndKeepsBothVersions() throws Exception {
        write("Pays on Firday");
        String correct = "/" + noteId() + "/correct";
        send("note.other", Role.HANDLER, correct, "text", "No").andExpect(status().isForbidden());
        send(WRITER, Role.HANDLER, correct, "text", "Pays on Friday, @" + READER)
                .andExpect(redirectedUrl("/cases/" + number));
        assertThat(mentions.unread(READER)).isPositive();
        assertThat(casePage()).contains("Pays on Friday", "Pays on Firday", "A note was corrected");
        house.itIs("2026-03-04");
        var late = send(WRITER, Role.HANDLER, correct, "text", "Never").andReturn();
        assertThat((Notice) late.getFlashMap().get("notice"))
                .extracting(Notice::text)
                .asString()
                .contains("24 hours");
        assertThat(casePage()).contains("Pays on Friday").doesNotContain("Never");
    }

    @Test
    void isErasedByAnAdministratorWithAllThatItSaidBefore() throws Exception {
        write("Has cancre, @" + READER);
        String path = "/" + noteId();
        send(WRITER, Role.HANDLER, path + "/correct", "text", "Has cancer, @" + READER);
        send(WRITER, Role.HANDLER, path + "/erase", "x", "").andExpect(status().isForbidden());
        send("boss", Role.ADMIN, path + "/erase", "x", "").andExpect(redirectedUrl("/cases/" + number));
        assertThat(casePage())
                .contains("The words of this note were erased.", "A note was erased")
                .doesNotContain("cancer", "cancre");
        assertThat(page("/mentions", READER, Role.SALES)).doesNotContain("cancer");
        assertThat(jdbc.sql("select count(*) from app.note_version where note_id = ?")
                        .param(Long.parseLong(path.substring(1)))
                        .query(Long.class)
                        .single())
                .isZero();
        send(WRITER, Role.HANDLER, path + "/correct", "text", "Back again");
        assertThat(casePage()).doesNotContain("Back again");
    }

    @Test
    void staysAtTheTopOfTheCaseAndOfItsTasksOncePinned() throws Exception {
        write("Speak only with Anne in accounts");
        send(WRITER, Role.HANDLER, "/" + noteId() + "/pin", "on", "true");
        for (int older = 0; older < 25; older++) {
            write("Something else " + older);
        }
        samples.ask(number);
        String task = http.perform(
                        get("/worklist/of/" + number).with(user(WRITER).roles("HANDLER")))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        for (String path : new String[] {"/cases/" + number, task}) {
            assertThat(page(path, WRITER, Role.HANDLER))
                    .containsSubsequence(
                            "alert--pinned", "Speak only with Anne", "/pin", "15 more", "and 6 older ones");
        }
        http.perform(post("/cases/" + number + "/notes")
                        .param("text", "From the call")
                        .param("task", task.substring("/worklist/".length()))
                        .with(user(WRITER).roles("HANDLER"))
                        .with(csrf()))
                .andExpect(redirectedUrl(task));
    }

    @Test
    void leadsBackOnlyInsideTheHouse() throws Exception {
        http.perform(post("/cases/" + number + "/notes")
                        .param("text", "Away")
                        .param("task", "//evil.example")
                        .with(user(WRITER).roles("HANDLER"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/cases/" + number));
    }

    @Test
    void isInTheEvidenceOnlyWhenTicked() throws Exception {
        write("Between ourselves");
        write("The debtor admitted the claim");
        send(WRITER, Role.HANDLER, "/" + noteId() + "/evidence", "on", "true");
        Map<String, String> files = evidence();
        assertThat(String.join("\n", files.values()))
                .contains("The debtor admitted the claim")
                .doesNotContain("Between ourselves");
    }
}
