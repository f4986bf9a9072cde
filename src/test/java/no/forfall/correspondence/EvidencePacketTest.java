package no.forfall.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import no.forfall.receivables.Invoice;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import no.forfall.shared.Sha256;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

class EvidencePacketTest extends LetterTestCase {

    @Autowired
    MockMvc web;

    private MockHttpServletResponse ask(CaseNumber number, String role, String language) throws Exception {
        return web.perform(get("/api/cases/" + number.value() + "/evidence.zip")
                        .header("Accept-Language", language)
                        .with(user("kari").roles(role)))
                .andReturn()
                .getResponse();
    }

    private static Map<String, byte[]> files(byte[] packet) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packet))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    @Autowired
    ReturnedLetters returned;

    @Test
    void namesALetterThatDidNotArrive() throws Exception {
        house.itIs("2026-03-30");
        Invoice invoice = invoice(Country.NO, "2026-03-16", false);
        Letter letter = mailed(invoice, LetterType.FEE_REMINDER);
        returned.tell(letter.id(), LetterReturn.Way.BOUNCED, "5.1.1 no such user", "kari");
        Map<String, byte[]> files = files(ask(caseOf(invoice), "HANDLER", "nb").getContentAsByteArray());
        assertThat(text(files, "letters.csv"))
                .contains(";returned_at;returned_because;")
                .contains(";5.1.1 no such user;");
        assertThat(text(files, "claim.csv")).contains(";FEE;RETURNED;-38.00;NOK;letter:" + letter.id());
    }

    @Test
    void holdsEveryLetterByteForByteTheClaimAndTheJournal() throws Exception {
        house.itIs("2026-03-30");
        Invoice invoice = invoice(Country.NO, "2026-03-16", false);
        CaseNumber number = caseOf(invoice);
        Letter letter = send(invoice, LetterType.FEE_REMINDER);

        MockHttpServletResponse answer = ask(number, "HANDLER", "nb");
        assertThat(answer.getHeader("Content-Disposition")).contains(number.value() + "-evidence.zip");
        Map<String, byte[]> files = files(answer.getContentAsByteArray());

        String name = "letters/01-2026-03-30-fee-reminder";
        assertThat(files.get(name + ".pdf")).isEqualTo(letters.pdf(letter.id()).orElseThrow());
        assertThat(files.get(name + ".eml")).isEqualTo(letters.mime(letter.id()).orElseThrow());
        assertThat(Sha256.hex(files.get(name + ".seal.txt")))
                .isEqualTo(letters.proofs(number).get(0).seal());
        assertThat(text(files, "letters.csv"))
                .contains(name + ";FEE_REMINDER;2026-03-30;")
                .contains(";38.00;", "one-fee-reminder-:");
        assertThat(text(files, "claim.csv")).contains("2026-03-30;FEE;CHARGE;38.00;NOK;letter:" + letter.id());
        assertThat(text(files, "journal.csv")).contains(";LetterSent;", ";CaseOpened;");
        assertThat(text(files, "index.html"))
                .contains(
                        "Bevis i sak " + number.value(), "Brev: 1. Alle er slik de ble sendt.", "Bakke &amp; Sønner AS")
                .contains("href=\"" + name + ".pdf\"")
                .doesNotContain("??", "<script", "src=", "href=\"http");
        List<String> sums = text(files, "SHA256SUMS").lines().toList();
        assertThat(sums).hasSize(files.size() - 1);
        for (String sum : sums) {
            String[] parts = sum.split("  ");
            assertThat(Sha256.hex(files.get(parts[1]))).as(parts[1]).isEqualTo(parts[0]);
        }
    }

    @Test
    void saysInEveryLanguageThatALetterWasChanged() throws Exception {
        house.itIs("2026-03-30");
        Invoice invoice = invoice(Country.SE, "2026-03-16", true);
        Letter letter = send(invoice, LetterType.FEE_REMINDER);
        jdbc.sql("update app.letter set new_fee = 35.00 where id = ?")
                .param(letter.id())
                .update();
        for (String[] each : new String[][] {
            {"nb", "er endret etter at det ble sendt"},
            {"sv", "har ändrats efter att det skickades"},
            {"en", "was changed after it left"}
        }) {
            String page = text(files(ask(caseOf(invoice), "MANAGER", each[0]).getContentAsByteArray()), "index.html");
            assertThat(page).contains(each[1]).contains(letter.id().toString()).doesNotContain("??");
        }
        assertThat(ask(caseOf(invoice), "DESIGNER", "en").getStatus()).isEqualTo(403);
        assertThat(ask(CaseNumber.of(999_999), "HANDLER", "en").getStatus()).isEqualTo(404);
    }
}
