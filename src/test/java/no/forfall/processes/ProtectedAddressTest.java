package no.forfall.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import no.forfall.agency.Handovers;
import no.forfall.cases.Cases;
import no.forfall.correspondence.Channel;
import no.forfall.correspondence.Letter;
import no.forfall.correspondence.LetterReturn;
import no.forfall.correspondence.Letters;
import no.forfall.correspondence.ReturnedLetters;
import no.forfall.outbox.Outbox;
import no.forfall.receivables.Address;
import no.forfall.receivables.Receivables;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** A debtor whose address is protected on 7 April 2026, after letters have left: in Norway by mail, and a reminder with fee. */
@ProcessTest
class ProtectedAddressTest {

    private static final String[] SECRETS = {"hidden@fjell.example", "Hemmelig vei 7", "5099", "91 23 45 67", "91234567"
    };

    @Autowired
    Ladder ladder;

    @Autowired
    Cases cases;

    @Autowired
    Receivables receivables;

    @Autowired
    Letters letters;

    @Autowired
    ReturnedLetters returned;

    @Autowired
    Outbox outbox;

    @Autowired
    Handovers handovers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc http;

    CaseNumber number;

    @BeforeEach
    void aReminderHasLeft() {
        ladder.house.itIs("2026-03-17");
        number = ladder.invoice(Country.NO, "2026-03-16");
        reach("hidden@fjell.example");
        ladder.house.goTo("2026-04-07");
    }

    private void reach(String email) {
        transaction.executeWithoutResult(status -> receivables
                .invoice(cases.get(number).invoiceId())
                .debtor()
                .describe(null, null, email, "91 23 45 67", new Address("Hemmelig vei 7", "5099", "Bergen", "NO")));
    }

    private void send(String path, String role) throws Exception {
        http.perform(post("/cases/" + number + "/protection" + path)
                        .param("reason", "A decision of the police")
                        .with(user("kari").roles(role))
                        .with(csrf()))
                .andExpect(redirectedUrl("/cases/" + number));
    }

    private byte[] bytes(String path, String role) throws Exception {
        return http.perform(get(path).param("lang", "en").with(user("kari").roles(role)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private String page(String path, String role) throws Exception {
        return new String(bytes(path, role), StandardCharsets.UTF_8);
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** All that a person can read of the case, each place by itself. */
    private List<String> everything(String role) throws Exception {
        List<String> pages = new ArrayList<>();
        for (String path : new String[] {
            "/cases/" + number,
            "/cases/" + number + "/why",
            "/cases?query=" + number,
            "/api/cases/" + number,
            "/api/cases?query=" + number,
            "/api/cases/" + number + "/journal",
            "/api/cases/" + number + "/ledger",
            "/api/cases/" + number + "/pauses",
            "/worklist?query=" + number,
            "/mentions"
        }) {
            pages.add(page(path, role));
        }
        String task = http.perform(
                        get("/worklist/of/" + number).with(user("kari").roles(role)))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        if (task != null && !task.contains("/cases/")) {
            pages.add(page(task, role));
        }
        pages.add(text(bytes("/api/cases/" + number + "/case-file.pdf", role)));
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(bytes("/api/cases/" + number + "/evidence.zip", role)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readAllBytes();
                pages.add(
                        entry.getName().endsWith(".pdf") ? text(content) : new String(content, StandardCharsets.UTF_8));
            }
        }
        return pages;
    }

    @Test
    void isSeenNowhereByHandlersNorByManagersWhoDoNotAsk() throws Exception {
        Letter letter = ladder.lastLetter(number);
        returned.tell(
                letter.id(), LetterReturn.Way.of(letter.channel()), "550 <hidden@fjell.example> no such user", "kari");
        ladder.house.settle();
        assertThat(String.join("\n", everything("HANDLER"))).contains(SECRETS[0], SECRETS[1], SECRETS[2], SECRETS[3]);
        send("", "HANDLER");
        for (String role : new String[] {"HANDLER", "MANAGER", "SALES"}) {
            if (!role.equals("SALES")) {
                assertThat(everything(role)).allSatisfy(page -> assertThat(page).doesNotContain(SECRETS));
            }
            assertThat(page("/cases/" + number, role))
                    .contains("The address of this debtor is protected")
                    .doesNotContain(SECRETS);
        }
        assertThat(page("/api/cases?query=91234567", "HANDLER")).doesNotContain(number.value());
        assertThat(page("/api/cases/" + number, "HANDLER")).contains("\"protectedAddress\":true");
        assertThat(ladder.journal(number)).contains("AddressProtected").doesNotContain("AddressRevealed");
    }

    @Test
    void isShownOnceToAManagerWhoAsksAndThatIsKept() throws Exception {
        send("", "MANAGER");
        String reveal = "/cases/" + number + "/protection/reveal";
        http.perform(post(reveal).with(user("kari").roles("HANDLER")).with(csrf()))
                .andExpect(status().isForbidden());
        String shown = http.perform(
                        post(reveal).with(user("siv").roles("MANAGER")).with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(shown).contains("hidden@fjell.example", "Hemmelig vei 7, 5099 Bergen", "91 23 45 67");
        assertThat(ladder.journal(number)).containsOnlyOnce("AddressRevealed");
        assertThat(page("/cases/" + number, "MANAGER")).doesNotContain(SECRETS);
    }

    @Test
    void closesLettersToEverybodyButManagers() throws Exception {
        send("", "HANDLER");
        String letter = "/letters/" + ladder.lastLetter(number).id();
        for (String path : new String[] {letter, letter + ".pdf"}) {
            http.perform(get(path).with(user("kari").roles("HANDLER"))).andExpect(status().isForbidden());
        }
        bytes(letter + ".pdf", "MANAGER");
        assertThat(ladder.journal(number)).containsOnlyOnce("AddressRevealed");
    }

    @Test
    void stillGetsMailThatNamesNoAddress() throws Exception {
        send("", "HANDLER");
        ladder.goUntil(number, "waitForNoticeDeadline");
        Letter notice = ladder.lastDemand(number);
        assertThat(notice.channel()).isEqualTo(Channel.EMAIL);
        assertThat(text(letters.pdf(notice.id()).orElseThrow())).doesNotContain("Hemmelig vei 7", "5099");
    }

    @Test
    void getsNothingOnPaperAndAPersonIsAsked() throws Exception {
        reach("no address at all");
        send("", "HANDLER");
        Letter before = ladder.lastDemand(number);
        ladder.house.goTo("2026-05-20");
        assertThat(ladder.lastDemand(number).id()).isEqualTo(before.id());
        assertThat(outbox.standing(number)).singleElement().satisfies(standing -> assertThat(standing.toString())
                .contains("BARRED", "The address of the debtor is protected", "sperret adresse"));
    }

    @Test
    void goesToTheAgencyAsAMarkAlone() throws Exception {
        send("", "HANDLER");
        ladder.goUntil(number, "decideHandOver");
        ladder.complete(number, "decideHandOver", Map.of("handOverDecision", "HAND_OVER"));
        String content = handovers.of(number).get(0).content().toString();
        assertThat(content).contains("\"addressProtected\":true").doesNotContain(SECRETS);
    }

    @Test
    void isSeenAgainOnceThatEnds() throws Exception {
        send("", "HANDLER");
        send("/end", "MANAGER");
        assertThat(page("/cases/" + number, "HANDLER"))
                .contains(SECRETS[0])
                .doesNotContain("The address of this debtor is protected");
        assertThat(ladder.journal(number)).contains("AddressProtected", "AddressProtectionEnded");
    }
}
