package no.forfall.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import no.forfall.cases.Cases;
import no.forfall.cases.ClosingReason;
import no.forfall.correspondence.Letter;
import no.forfall.correspondence.LetterState;
import no.forfall.correspondence.LetterType;
import no.forfall.correspondence.Letters;
import no.forfall.engine.CaseBook;
import no.forfall.law.DebtorKind;
import no.forfall.law.LegalStep;
import no.forfall.law.SentLetter;
import no.forfall.receivables.Relation;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.hamcrest.Matchers;
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

/** Letters that only tell, sent by a person. */
@ProcessTest
class LettersByHandTest {

    @Autowired
    Ladder ladder;

    @Autowired
    Letters letters;

    @Autowired
    Cases cases;

    @Autowired
    CaseBook caseBook;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    private final Ladder.Customer customer =
            new Ladder.Customer("Nordlys", Country.NO, Ladder.someone(), DebtorKind.BUSINESS, Relation.KNOWN);
    private CaseNumber number;

    @BeforeEach
    void aReminderWithFeeHasLeft() {
        ladder.house.itIs("2026-03-17");
        number = ladder.invoice(customer, "2026-03-16", 1000, true);
        ladder.house.goTo("2026-04-07");
        assertThat(ladder.lastLetter(number).type()).isEqualTo(LetterType.FEE_REMINDER);
    }

    private ResultActions asked(CaseNumber about, String body, String role) throws Exception {
        return http.perform(post("/api/cases/{number}/letters", about.value())
                .with(user("kari").roles(role))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private Letter told(CaseNumber about) throws Exception {
        asked(about, "{\"letter\": \"STATEMENT_OF_ACCOUNT\"}", "HANDLER").andExpect(status().isAccepted());
        ladder.house.settle();
        Letter letter = ladder.lastLetter(about);
        assertThat(letter.type()).isEqualTo(LetterType.STATEMENT_OF_ACCOUNT);
        assertThat(letter.state()).isEqualTo(LetterState.SENT);
        return letter;
    }

    @Test
    void tellsOfEveryOpenInvoiceOfTheDebtorAndOfNoOther() throws Exception {
        ladder.invoice(customer, "2026-05-04", 700, true);
        ladder.invoice(
                new Ladder.Customer("Nordlys", Country.NO, Ladder.someone(), DebtorKind.BUSINESS, Relation.KNOWN),
                "2026-05-04",
                333,
                true);
        CaseNumber paid = ladder.invoice(customer, "2026-05-04", 444, true);
        ladder.pays(paid, "NOK 444.00");

        String said = letters.html(told(number).id()).orElseThrow().replace('\u00a0', ' ');
        assertThat(said).contains("Hovedstol: 1 000,00 kr", "Purregebyr: 38,00 kr", "Forsinkelsesrente: ", "700,00 kr");
        String sum = ladder.balance(number).toPay().plus(700).getAmount().toPlainString();
        assertThat(said).contains(sum.replace(".", ",").replaceFirst("^1", "1 ") + " kr");
        assertThat(said).doesNotContain("333,00", "444,00");
    }

    @Test
    void neitherCountsAsAReminderNorMovesOrChargesAnything() throws Exception {
        var stands = ladder.standsAt(number);
        var owed = ladder.balance(number);
        List<SentLetter> before = caseBook.facts(number).letters();
        Letter letter = told(number);
        assertThat(letter.deadline()).isNull();
        assertThat(ladder.standsAt(number)).isEqualTo(stands);
        assertThat(ladder.balance(number)).isEqualTo(owed);
        assertThat(caseBook.facts(number).letters()).isEqualTo(before);
        assertThat(before).extracting(SentLetter::step).contains(LegalStep.REMINDER);
        assertThat(ladder.journal(number)).containsOnlyOnce("LetterAsked");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leavesFromACaseThatStandsStillOrHasEnded(boolean ended) throws Exception {
        CaseNumber other = ladder.invoice(customer, "2026-05-04", 700, true);
        if (ended) {
            ladder.pays(number, "NOK 5000.00");
            ladder.assertClosed(number, ClosingReason.PAID);
        } else {
            cases.hold(number, "OTHER", null);
        }
        assertThat(told(number).total()).isNotNull();
        assertThat(ladder.state(number)).isEqualTo(ended ? "PAID" : "HELD");
        assertThat(ladder.state(other)).isEqualTo("OPEN");
    }

    @ParameterizedTest
    @CsvSource({"FEE_REMINDER, HANDLER, 400", "'', HANDLER, 400", "THANK_YOU, DESIGNER, 403"})
    void refusesDemandsAndOtherPeople(String letter, String role, int status) throws Exception {
        asked(number, "{\"letter\": " + (letter.isEmpty() ? "null" : "\"" + letter + "\"") + "}", role)
                .andExpect(status().is(status));
        ladder.house.settle();
        assertThat(ladder.lastLetter(number).type()).isEqualTo(LetterType.FEE_REMINDER);
    }

    @ParameterizedTest
    @CsvSource({
        "PROMISE_CONFIRMATION, nothing to confirm",
        "DISPUTE_RECEIVED, no objection",
        "DISPUTE_DECIDED, no objection",
        "HAND_OVER_INFORMATION, not with an agency"
    })
    void saysWhatIsMissingWhenThereIsNothingToTell(String letter, String reason) throws Exception {
        asked(number, "{\"letter\": \"" + letter + "\"}", "HANDLER")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(Matchers.containsString(reason)));
        assertThat(ladder.journal(number)).doesNotContain("LetterAsked");
    }

    /** Nobody can be reached: the letter stands still, and whoever looks at the case sees it and what the ladder does next. */
    @Test
    void asksAPersonWhenNoWayLeadsToTheDebtorAndHoldsNothingUp() throws Exception {
        jdbc.sql("update app.debtor set email = null, street = null where id = (select i.debtor_id from app.invoice i"
                        + " join app.collection_case c on c.invoice_id = i.id where c.number = ?)")
                .param(number.value())
                .update();
        asked(number, "{\"letter\": \"STATEMENT_OF_ACCOUNT\"}", "HANDLER").andExpect(status().isAccepted());
        ladder.house.settle();
        assertThat(jdbc.sql("select kind from app.work_item where case_number = ? and done_at is null")
                        .param(number.value())
                        .query(String.class)
                        .list())
                .containsExactly("DECIDE");
        http.perform(get("/api/cases/{number}", number.value())
                        .with(user("kari").roles("HANDLER")))
                .andExpect(status().isOk());
        http.perform(get("/cases").with(user("kari").roles("HANDLER"))).andExpect(status().isOk());
        http.perform(get("/worklist").with(user("kari").roles("HANDLER"))).andExpect(status().isOk());
        assertThat(ladder.standsAt(number)).containsExactly("waitForReminderDeadline");
    }

    @Test
    void isAskedForOnTheCasePage() throws Exception {
        http.perform(post("/cases/{number}/letters", number.value())
                        .param("letter", "STATEMENT_OF_ACCOUNT")
                        .header("Accept-Language", "nb")
                        .with(user("kari").roles("HANDLER"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andExpect(flash().attributeExists("notice"));
        ladder.house.settle();
        assertThat(ladder.lastLetter(number).type()).isEqualTo(LetterType.STATEMENT_OF_ACCOUNT);
        http.perform(get("/cases/{number}", number.value())
                        .header("Accept-Language", "nb")
                        .with(user("kari").roles("HANDLER")))
                .andExpect(content().string(Matchers.containsString("Kontooversikt bestilt")));
    }
}
