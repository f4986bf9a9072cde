package no.forfall.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import no.forfall.correspondence.LetterVerification.Fault;
import no.forfall.correspondence.LetterVerification.Finding;
import no.forfall.receivables.Invoice;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import no.forfall.shared.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

class LetterVerificationTest extends LetterTestCase {

    @Autowired
    LetterVerification verification;

    @Autowired
    MockMvc web;

    CaseNumber number;
    UUID first;
    UUID second;

    @BeforeEach
    void twoLettersHaveLeft() {
        house.itIs("2026-03-30");
        Invoice invoice = invoice(Country.NO, "2026-03-16", false);
        number = caseOf(invoice);
        first = send(invoice, LetterType.FRIENDLY_REMINDER).id();
        house.itIs("2026-04-10");
        second = send(invoice, LetterType.FEE_REMINDER).id();
    }

    private List<Finding> findings() {
        return verification.of(number).findings();
    }

    private Finding finding(UUID letter, Fault fault) {
        return new Finding(number, letter, fault);
    }

    @Test
    void lettersThatNobodyTouchedAreAsTheyLeft() {
        LetterVerification.Result result = verification.of(number);
        assertThat(result.isWhole()).isTrue();
        assertThat(result.letters()).isEqualTo(2);
        List<Letters.Proof> proofs = letters.proofs(number);
        for (Letters.Proof proof : proofs) {
            assertThat(Sha256.hex(proof.sealedText().getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(proof.seal());
            assertThat(proof.sealedText())
                    .contains("PDF sha256: "
                            + Sha256.hex(letters.pdf(proof.letter().id()).orElseThrow()))
                    .contains("MIME sha256: "
                            + Sha256.hex(letters.mime(proof.letter().id()).orElseThrow()))
                    .contains("\"verdict\": \"Allowed");
        }
        assertThat(proofs.get(1).sealedText())
                .contains("previous: " + proofs.get(0).seal() + "\n")
                .contains("\nnew_fee: 38.00\n");
    }

    @Test
    void oneChangedByteIsFound() {
        jdbc.sql("update app.letter_document set content = set_byte(content, 2000, (get_byte(content, 2000) + 1) % 256)"
                        + " where letter_id = ? and kind = 'PDF'")
                .param(first)
                .update();
        assertThat(findings()).containsExactly(finding(first, Fault.CHANGED));
        assertThat(verification.ofAll().findings()).contains(finding(first, Fault.CHANGED));
    }

    @Test
    void aChangedAmountWordDateOrReceiptIsFound() {
        for (String change : List.of(
                "new_fee = 35.00",
                "text = replace(text, 'Nordlys', 'Nordlyst')",
                "dated = dated - 1",
                "prepared_at = prepared_at + interval '1 millisecond'",
                "sent_at = sent_at + interval '1 day'",
                "state = 'WITHDRAWN'",
                "text = replace(text, E'\\n', E'\\\\n')",
                "subject = ''",
                "receipt = 'other'",
                "recipient = 'x@y.example'",
                "basis = jsonb_set(basis, '{rule}', '\"NO-R1\"')",
                "seal = 'abc'")) {
            jdbc.sql("create temp table kept as select * from app.letter where id = ?")
                    .param(second)
                    .update();
            jdbc.sql("update app.letter set " + change + " where id = ?")
                    .param(second)
                    .update();
            assertThat(findings()).as(change).containsExactly(finding(second, Fault.CHANGED));
            jdbc.sql("update app.letter l set new_fee = k.new_fee, text = k.text, dated = k.dated,"
                            + " prepared_at = k.prepared_at, receipt = k.receipt, sent_at = k.sent_at, state = k.state,"
                            + " subject = k.subject, recipient = k.recipient, basis = k.basis,"
                            + " seal = k.seal from kept k where k.id = l.id")
                    .update();
            jdbc.sql("drop table kept").update();
        }
        assertThat(findings()).isEmpty();
    }

    @Test
    void aLetterThatWasTakenAwayIsFound() {
        jdbc.sql("delete from app.letter where id = ?").param(second).update();
        assertThat(findings()).containsExactly(finding(second, Fault.MISSING));
    }

    @Test
    void aLetterThatWasTakenFromTheMiddleIsFoundByTheNextAndByTheJournal() {
        jdbc.sql("delete from app.letter where id = ?").param(first).update();
        assertThat(findings())
                .containsExactly(
                        finding(null, Fault.MISSING), finding(second, Fault.CHANGED), finding(first, Fault.MISSING));
    }

    @Test
    void aLetterWithoutASealIsNamed() {
        jdbc.sql("update app.letter set seal = null, seal_number = null where id = ?")
                .param(second)
                .update();
        assertThat(findings()).containsExactly(finding(second, Fault.NOT_SEALED));
    }

    @Test
    void managersAskProgramsMayReadAndHandlersMayNot() throws Exception {
        MockHttpServletResponse answer = ask("MANAGER");
        assertThat(answer.getContentAsString()).contains("\"letters\":2", "\"findings\":[]", "\"whole\":true");
        assertThat(ask("HANDLER").getStatus()).isEqualTo(403);
    }

    private MockHttpServletResponse ask(String role) throws Exception {
        return web.perform(get("/api/letters/verification?case=" + number.value())
                        .with(user("mona").roles(role)))
                .andReturn()
                .getResponse();
    }
}
