package no.forfall.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import no.forfall.cases.CaseState;
import no.forfall.correspondence.bounce.BouncedMail;
import no.forfall.correspondence.bounce.BouncedMail.Outcome;
import no.forfall.engine.CaseBook;
import no.forfall.home.ForfallHome;
import no.forfall.receivables.Invoice;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import no.forfall.worklist.WorkItem;
import no.forfall.worklist.Worklist;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Reports of mail servers on a letter that was handed to one, as they come back later. */
class BouncedMailTest extends LetterTestCase {

    private static final String FAILED = "Action: failed\r\nStatus: 5.1.1 (bad mailbox)\r\nDiagnostic-Code: smtp; 550"
            + " 5.1.1 <regnskap@bakke.example>:\r\n  no such user here\r\n";

    @Autowired
    BouncedMail bounced;

    @Autowired
    BounceInbox inbox;

    @Autowired
    ForfallHome home;

    @Autowired
    CaseBook caseBook;

    @Autowired
    Worklist worklist;

    @Autowired
    MockMvc http;

    private Invoice invoice;
    private CaseNumber number;
    private Letter letter;
    private String messageId;

    @BeforeEach
    void aReminderIsMailed() throws Exception {
        house.itIs("2026-04-20");
        invoice = invoice(Country.NO, "2026-03-16", false);
        number = caseOf(invoice);
        letter = mailed(invoice, LetterType.FEE_REMINDER);
        messageId = SERVER.received().get(0).getMessageID();
    }

    private static String report(String recipient, String returnedType, String messageId) {
        return """
                From: MAILER-DAEMON@mx.bakke.example
                To: faktura@nordlys.example
                Subject: Undelivered Mail Returned to Sender
                Message-ID: <1@mx.bakke.example>
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                I could not deliver this. See http://127.0.0.1:1/nothing
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.bakke.example

                Final-Recipient: rfc822; regnskap@bakke.example
                %s
                --b
                Content-Type: %s

                Received: from somewhere
                Message-ID: %s
                Subject: Purring

                --b--
                """.replace("\n", "\r\n").formatted(recipient, returnedType, messageId);
    }

    private BouncedMail.Result take(String message) {
        return bounced.take(message.getBytes(StandardCharsets.UTF_8), "forfall");
    }

    @ParameterizedTest
    @ValueSource(strings = {"message/rfc822", "text/rfc822-headers"})
    void undoesTheLetterAndAsksAPersonWhoSendsItToTheNewAddress(String returnedType) throws Exception {
        BouncedMail.Result result = take(report(FAILED, returnedType, messageId));
        assertThat(result.outcome()).isEqualTo(Outcome.RETURNED);
        assertThat(result.letterId()).isEqualTo(letter.id());
        assertThat(result.reason()).isEqualTo("5.1.1 550 5.1.1 <regnskap@bakke.example>: no such user here");
        assertThat(cases.get(number).state()).isEqualTo(CaseState.HELD);
        assertThat(caseBook.facts(number).letters()).isEmpty();
        assertThat(balance(invoice).fee().isZero()).isTrue();

        WorkItem task = worklist.openOf(number).stream()
                .filter(open -> open.element().equals("fixContactData"))
                .findFirst()
                .orElseThrow();
        worklist.complete(task.id(), "kari", Map.of("outcome", "FOUND", "email", "ny@bakke.example"));
        outbox.runDue();
        assertThat(SERVER.received()).hasSize(2);
        assertThat(SERVER.received().get(1).getAllRecipients()[0]).hasToString("ny@bakke.example");
        assertThat(caseBook.facts(number).letters()).hasSize(1);
        assertThat(balance(invoice).fee()).hasToString("NOK 38.00");
        assertThat(take(report(FAILED, returnedType, messageId)).outcome()).isEqualTo(Outcome.KNOWN);
        assertThat(cases.get(number).state()).isEqualTo(CaseState.OPEN);
    }

    @ParameterizedTest
    @CsvSource({"delayed,4.4.1", "delivered,2.0.0", "relayed,2.0.0", "failed,4.2.2", "failed,", "expanded,5.1.1"})
    void passesOverWhatIsNoPermanentFailure(String action, String code) {
        String recipient = "Action: " + action + "\r\nStatus: " + (code == null ? "" : code) + "\r\n";
        assertThat(take(report(recipient, "message/rfc822", messageId)).outcome())
                .isEqualTo(Outcome.PASSED_OVER);
        assertThat(letters.find(letter.id()).orElseThrow().counts()).isTrue();
    }

    @Test
    void knowsNoMailOfOthers() {
        for (String other : new String[] {
            "<someone@else.example>",
            "<" + UUID.randomUUID() + "@nordlys.example>",
            "",
            letter.id().toString()
        }) {
            assertThat(take(report(FAILED, "message/rfc822", other)).outcome())
                    .as(other)
                    .isEqualTo(Outcome.UNKNOWN_LETTER);
        }
        assertThat(letters.find(letter.id()).orElseThrow().counts()).isTrue();
    }

    @Test
    void takesNothingElseForAReport() {
        String within = report(FAILED, "message/rfc822", messageId);
        String[] others = {
            "",
            "Subject: Out of office\r\n\r\nBack on Monday",
            "Content-Type: multipart/report\r\n\r\nno boundary",
            "Content-Type: multipart/mixed; boundary=\"a\"\r\n\r\n--a\r\nContent-Type: message/rfc822\r\n\r\n" + within
                    + "\r\n--a--\r\n",
            within.replace("message/delivery-status", "text/plain"),
            "x".repeat(BouncedMail.LARGEST + 1)
        };
        for (String other : others) {
            assertThat(take(other).outcome()).isEqualTo(Outcome.NO_REPORT);
        }
        assertThat(letters.find(letter.id()).orElseThrow().counts()).isTrue();
    }

    @Test
    void isHandedInByPrograms() throws Exception {
        http.perform(post("/api/letters/returned")
                        .with(user("kari").roles("HANDLER"))
                        .with(csrf())
                        .contentType("message/rfc822")
                        .content(report(FAILED, "message/rfc822", messageId)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.outcome").value("RETURNED"));
        http.perform(post("/api/letters/returned")
                        .with(user("kari").roles("HANDLER"))
                        .with(csrf())
                        .contentType("message/rfc822")
                        .content("Subject: hello\r\n\r\nhello"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value("It is no delivery report (multipart/report)"));
        http.perform(post("/api/letters/returned")
                        .with(user("didrik").roles("DESIGNER"))
                        .with(csrf())
                        .contentType("message/rfc822")
                        .content(report(FAILED, "message/rfc822", messageId)))
                .andExpect(status().isForbidden());
        assertThat(letters.find(letter.id()).orElseThrow().returned())
                .extracting(LetterReturn::toldBy)
                .isEqualTo("kari");
    }

    @Test
    void isTakenFromTheFolderAndSetAsideWithItsReason() throws Exception {
        Path folder = home.folder("inbox/returned");
        Files.writeString(folder.resolve("bounce.eml"), report(FAILED, "message/rfc822", messageId));
        Files.writeString(folder.resolve("hello.eml"), "Subject: hello\r\n\r\nhello");
        inbox.poll();
        assertThat(letters.find(letter.id()).orElseThrow().counts()).isTrue();
        inbox.poll();
        assertThat(letters.find(letter.id()).orElseThrow().returned())
                .extracting(LetterReturn::toldBy)
                .isEqualTo("forfall");
        assertThat(folder.resolve("bounce.eml")).doesNotExist();
        assertThat(beside(folder.resolve("done"), "bounce.eml.report.json")).contains("RETURNED", "5.1.1");
        assertThat(beside(folder.resolve("refused"), "hello.eml.report.json")).contains("NO_REPORT");
    }

    private static String beside(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return Files.readString(files.filter(file -> file.toString().endsWith(name))
                    .findFirst()
                    .orElseThrow());
        }
    }
}
