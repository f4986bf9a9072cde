package no.forfall.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import no.forfall.receivables.Invoice;
import no.forfall.shared.Country;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

class OutboxPageTest extends LetterTestCase {

    @Autowired
    MockMvc web;

    private MockHttpServletResponse ask(String path, String role) throws Exception {
        return web.perform(get(path)
                        .header("Accept-Language", "nb")
                        .with(user("mona").roles(role)))
                .andReturn()
                .getResponse();
    }

    @Test
    void saysWhatWaitsWhyAndSinceWhen() throws Exception {
        house.itIs("2026-03-30");
        assertThat(ask("/cockpit/outbox", "MANAGER").getContentAsString()).contains("Alt har gått ut");
        SERVER.is(UnreliableMailServer.Mood.REFUSES_SENDER_451);
        Invoice one = invoice(Country.NO, "2026-03-16", false);
        Invoice other = invoice(Country.NO, "2026-03-16", false);
        queue(one, LetterType.FEE_REMINDER);
        queue(other, LetterType.FEE_REMINDER);
        outbox.runDue();
        String page = ask("/cockpit/outbox?state=QUEUED", "MANAGER").getContentAsString();
        assertThat(page)
                .contains("Venter", "Send brev", "30.03.2026", ">2<")
                .contains("mail server", "451")
                .contains(caseOf(one).value(), caseOf(other).value(), "Bakke &amp; Sønner AS")
                .doesNotContain("??");
        assertThat(ask("/cockpit/outbox", "HANDLER").getStatus()).isEqualTo(403);
        assertThat(ask("/cockpit/outbox?state=LOST", "MANAGER").getStatus()).isEqualTo(400);
    }
}
