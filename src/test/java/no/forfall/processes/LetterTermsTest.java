package no.forfall.processes;

import static no.forfall.processes.Ladder.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NoSuchElementException;
import no.forfall.Samples;
import no.forfall.cases.Cases;
import no.forfall.correspondence.Letter;
import no.forfall.correspondence.LetterType;
import no.forfall.engine.Tables;
import no.forfall.identity.Role;
import no.forfall.journal.Journal;
import no.forfall.journal.JournalEntry;
import no.forfall.law.DebtorKind;
import no.forfall.policy.OverrideKind;
import no.forfall.policy.Overrides;
import no.forfall.policy.Tone;
import no.forfall.processes.Ladder.Customer;
import no.forfall.receivables.Relation;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import no.forfall.worklist.WorkItem;
import no.forfall.worklist.Worklist;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What the creditor chooses for a letter, what was agreed beside it, and that the case can say why. */
@ProcessTest
class LetterTermsTest {

    private static final String DUE = "2026-03-16";
    private static final RequestPostProcessor MANAGER = user("marit").roles("MANAGER");

    @Autowired
    Ladder ladder;

    @Autowired
    Overrides overrides;

    @Autowired
    Tables tables;

    @Autowired
    Cases cases;

    @Autowired
    Journal journal;

    @Autowired
    Worklist worklist;

    @Autowired
    Samples samples;

    @Autowired
    MockMvc http;

    @ParameterizedTest(name = "a {1} {0} debtor who owes {2} pays {3} and has {4} days: row {5}")
    @CsvSource(textBlock = """
            BUSINESS, KNOWN, 1000, NOK 38.00, 14, 9
            BUSINESS, KNOWN,  100, NOK 38.00, 14, 9
            PRIVATE,  KNOWN,   99, NOK 0.00,  14, 2
            BUSINESS, GOOD,  1000, NOK 0.00,  14, 4
            PUBLIC,   KNOWN, 1000, NOK 38.00, 21, 3
            PUBLIC,   GOOD,    99, NOK 0.00,  14, 2
            """)
    void writesTheReminderAsTheTableSays(
            DebtorKind kind, Relation relation, long amount, String fee, int days, int row) {
        CaseNumber number = reminded(kind, relation, amount);
        Letter letter = ladder.lastLetter(number);
        assertThat(letter.newFee()).hasToString(fee);
        assertThat(daysOf(letter)).isEqualTo(days);
        assertThat(letter.terms().basis().row()).isEqualTo(row);
        assertThat(letter.terms().basis().note()).isNotBlank();
    }

    @Test
    void speaksPlainlyLastAndKindlyFirst() {
        CaseNumber number = reminded(DebtorKind.BUSINESS, Relation.KNOWN, 1000);
        ladder.goUntil(number, "waitForNoticeDeadline");
        assertThat(ladder.letters(number))
                .extracting(letter -> letter.terms().tone())
                .containsExactly(Tone.FRIENDLY, Tone.NEUTRAL, Tone.FIRM);
    }

    @Test
    void writesInsteadOfCallingWhereThatWasAgreed() {
        Customer customer = customer(DebtorKind.BUSINESS, Relation.NEW);
        CaseNumber called = opened(customer, 1000);
        assertThat(ladder.standsAt(called)).contains("callDebtor");
        agree(called, OverrideKind.NO_CALL, true, null, "2026-12-31");

        CaseNumber written = opened(customer, 1000);
        assertThat(ladder.letterTypes(written)).containsExactly(LetterType.FRIENDLY_REMINDER);
        assertThat(decision(written))
                .containsEntry("table", "first-contact")
                .containsEntry("row", "1")
                .containsEntry("note", "A letter was agreed instead of a call")
                .containsEntry("outputs", Map.of("firstContact", "LETTER"));
    }

    @Test
    void sparesTheFeeAndGivesMoreDaysUntilTheLastDayOfTheAgreement() {
        CaseNumber number = opened(customer(DebtorKind.BUSINESS, Relation.KNOWN), 1000);
        agree(number, OverrideKind.NO_FEE, false, null, "2026-03-30");
        agree(number, OverrideKind.MORE_DAYS, false, 10, "2026-03-30");
        ladder.goUntil(number, "waitForReminderDeadline");
        Letter reminder = ladder.lastLetter(number);
        assertThat(reminder.dated()).isEqualTo("2026-03-30");
        assertThat(reminder.newFee().isZero()).isTrue();
        assertThat(daysOf(reminder)).isEqualTo(24);
        assertThat(reminder.terms().basis().overrides())
                .extracting(agreed -> agreed.kind())
                .containsExactly(OverrideKind.NO_FEE, OverrideKind.MORE_DAYS);

        ladder.goUntil(number, "waitForNoticeDeadline");
        Letter notice = ladder.lastLetter(number);
        assertThat(notice.newFee()).hasToString("NOK 38.00");
        assertThat(daysOf(notice)).isEqualTo(14);
    }

    @Test
    void doesNotHandOverASparedDebtorUntilTheAgreementIsEnded() {
        CaseNumber number = ladder.atTheDecision();
        agree(number, OverrideKind.NO_HAND_OVER, true, null, "2026-12-31");
        ladder.complete(number, "decideHandOver", Map.of("handOverDecision", "HAND_OVER"));
        WorkItem stands = worklist.openOf(number).get(0);
        assertThat(stands.kind()).isEqualTo(WorkItem.Kind.DECIDE);
        assertThat(stands.reason()).contains("2026-12-31", "Old customer");

        var agreed = overrides
                .holding(cases.get(number).invoiceId(), ladder.house.today())
                .get(0);
        overrides.end(number, agreed.id(), "marit");
        overrides.end(number, agreed.id(), "marit");
        assertThat(overrides.holding(cases.get(number).invoiceId(), ladder.house.today()))
                .isEmpty();
        assertThat(journal.of(number, Long.MAX_VALUE, 500))
                .extracting(JournalEntry::kind)
                .containsOnlyOnce("OverrideEnded")
                .containsOnlyOnce("OverrideMade");
    }

    @Test
    void saysOnTheCaseWhyThisStepWhyTodayAndWhyThisAmount() throws Exception {
        CaseNumber number = reminded(DebtorKind.PRIVATE, Relation.KNOWN, 99);
        agree(number, OverrideKind.MORE_DAYS, false, 7, "2026-12-31");
        http.perform(get("/cases/" + number + "/why")
                        .param("lang", "en")
                        .with(user("liv").roles("HANDLER")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Everyone else: a friendly reminder"),
                                containsString("A fee on a trifle costs more goodwill than it brings"),
                                containsString("not before"),
                                containsString("NO-R14"),
                                containsString("NO-R13"),
                                containsString("7 more days to pay"),
                                not(containsString("/overrides")))));
    }

    @Test
    void letsOnlyAManagerAgreeAndOnlyWithAReasonAndALastDay() throws Exception {
        samples.person("marit", "Marit Lie", Role.MANAGER);
        CaseNumber number = opened(customer(DebtorKind.BUSINESS, Relation.KNOWN), 1000);
        String path = "/cases/" + number + "/why/overrides";
        http.perform(post(path)
                        .param("kind", "NO_FEE")
                        .with(user("liv").roles("HANDLER"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        http.perform(post(path)
                        .param("kind", "NO_FEE")
                        .param("endsOn", "2026-12-31")
                        .with(MANAGER)
                        .with(csrf()))
                .andExpect(flash().attributeExists("notice"));
        http.perform(post(path)
                        .param("kind", "MORE_DAYS")
                        .param("days", "61")
                        .param("reason", "Because")
                        .param("endsOn", "2026-12-31")
                        .with(MANAGER)
                        .with(csrf()))
                .andExpect(flash().attributeExists("notice"));
        http.perform(post(path)
                        .param("kind", "NO_FEE")
                        .param("reason", "Because")
                        .param("endsOn", "2027-12-31")
                        .with(MANAGER)
                        .with(csrf()))
                .andExpect(flash().attributeExists("notice"));
        assertThat(overrides.holding(cases.get(number).invoiceId(), ladder.house.today()))
                .isEmpty();

        http.perform(post(path)
                        .param("kind", "NO_FEE")
                        .param("reason", "Our invoice was late")
                        .param("endsOn", "2026-12-31")
                        .with(MANAGER)
                        .with(csrf()))
                .andExpect(redirectedUrl("/cases/" + number + "/why"));
        http.perform(get("/cases/" + number + "/why").param("lang", "en").with(MANAGER))
                .andExpect(
                        content().string(allOf(containsString("Our invoice was late"), containsString("Marit Lie"))));
    }

    @Test
    void namesATableThatWasNeverPublished() {
        assertThatThrownBy(() -> tables.ask("no-such-table", Map.of()))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("no-such-table");
    }

    private CaseNumber reminded(DebtorKind kind, Relation relation, long amount) {
        CaseNumber number = opened(customer(kind, relation), amount);
        ladder.goUntil(number, "waitForReminderDeadline");
        return number;
    }

    private static Customer customer(DebtorKind kind, Relation relation) {
        return new Customer(someone(), Country.NO, someone(), kind, relation);
    }

    private CaseNumber opened(Customer customer, long amount) {
        ladder.house.itIs("2026-03-17");
        CaseNumber number = ladder.invoice(customer, DUE, amount, true);
        ladder.house.settle();
        return number;
    }

    private void agree(CaseNumber number, OverrideKind kind, boolean wholeCustomer, Integer days, String endsOn) {
        overrides.make(
                number,
                cases.get(number).invoiceId(),
                kind,
                wholeCustomer,
                days,
                "marit",
                "Old customer",
                LocalDate.parse(endsOn),
                ladder.house.today());
    }

    private Map<String, Object> decision(CaseNumber number) {
        return journal.of(number, Long.MAX_VALUE, 500).stream()
                .filter(entry -> entry.kind().equals("TableDecided"))
                .findFirst()
                .orElseThrow()
                .facts();
    }

    private static long daysOf(Letter letter) {
        return ChronoUnit.DAYS.between(letter.dated(), letter.deadline());
    }
}
