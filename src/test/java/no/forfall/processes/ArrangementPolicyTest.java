package no.forfall.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.forfall.api.FieldFaults;
import no.forfall.arrangements.Arrangement;
import no.forfall.arrangements.ArrangementChecks;
import no.forfall.arrangements.ArrangementLimits;
import no.forfall.arrangements.ArrangementState;
import no.forfall.arrangements.Arrangements;
import no.forfall.arrangements.DebtorAnswers;
import no.forfall.arrangements.InstalmentStanding;
import no.forfall.arrangements.PlanProposal;
import no.forfall.arrangements.PlanProposals;
import no.forfall.cases.Cases;
import no.forfall.cases.Urgency;
import no.forfall.cases.UrgencyContributor;
import no.forfall.correspondence.LetterType;
import no.forfall.engine.InvalidForm;
import no.forfall.engine.StepNotYours;
import no.forfall.identity.CurrentPerson;
import no.forfall.law.DebtorKind;
import no.forfall.policy.PlanTerms;
import no.forfall.receivables.Receivables;
import no.forfall.receivables.Relation;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** How far promises and plans go, how they are kept, and who has to say yes to them. It is Tuesday 7 April 2026. */
@ProcessTest
class ArrangementPolicyTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-04-07");

    @Autowired
    Ladder ladder;

    @Autowired
    DebtorAnswers answers;

    @Autowired
    Arrangements arrangements;

    @Autowired
    ArrangementLimits limits;

    @Autowired
    ArrangementChecks checks;

    @Autowired
    PlanProposals proposals;

    @Autowired
    Cases cases;

    @Autowired
    Receivables receivables;

    @Autowired
    FieldFaults faults;

    @Autowired
    List<UrgencyContributor> urgent;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void theDay() {
        ladder.house.itIs(TODAY.toString());
    }

    private CaseNumber claim(Country country, DebtorKind kind, Relation relation, long amount) {
        return ladder.invoice(
                new Ladder.Customer("Nordlys", country, Ladder.someone(), kind, relation), "2026-03-16", amount, true);
    }

    private CaseNumber claim() {
        return claim(Country.NO, DebtorKind.BUSINESS, Relation.KNOWN, 1000);
    }

    /** Promises of a month ago that were not kept. */
    private void broke(CaseNumber number, int promises) {
        for (int i = 0; i < promises; i++) {
            jdbc.sql(
                            "insert into app.arrangement (id, case_number, kind, made_on, made_by, currency, settled_before, state)"
                                    + " values (?, ?, 'PROMISE', ?, 'debtor', 'NOK', 0, ?)")
                    .params(UUID.randomUUID(), number.value(), TODAY.minusDays(20), i == 0 ? "BROKEN" : "PARTLY")
                    .update();
        }
    }

    private void paysOnlyWhenForced(CaseNumber number) {
        jdbc.sql("insert into app.debtor_behaviour (debtor_id, segment, counted)"
                        + " select debtor_id, 'WILL_NOT', '{}' from app.invoice where id = ?"
                        + " on conflict (debtor_id) do update set segment = 'WILL_NOT'")
                .param(cases.get(number).invoiceId())
                .update();
    }

    @ParameterizedTest(name = "{0} broken, {1}, behaviour {2}: {3} days")
    @CsvSource({
        "0, BUSINESS,        , 30, 10, 3",
        "0, PUBLIC,          , 45, 10, 5",
        "0, BUSINESS, WILL_NOT, 14, 30, 3",
        "1, BUSINESS,        , 14, 30, 3",
        "2, BUSINESS,        ,  9, 50, 2"
    })
    void takesPromisesAsFarAsTheTableSays(
            int broken, DebtorKind kind, String behaviour, int days, int share, int grace) {
        CaseNumber number = claim(Country.NO, kind, Relation.KNOWN, 1000);
        broke(number, broken);
        if (behaviour != null) {
            paysOnlyWhenForced(number);
        }
        assertThat(limits.promise(number).leastShare()).isEqualTo(share);
        assertThatThrownBy(() -> answers.promise(number, TODAY.plusDays(days + 1)))
                .isInstanceOfSatisfying(InvalidForm.class, fault -> assertThat(fault.limits("day"))
                        .containsExactly(days, TODAY.plusDays(days)));
        answers.promise(number, TODAY.plusDays(days));
        assertThat(arrangements.live(number).orElseThrow().graceDays()).isEqualTo(grace);
    }

    @Test
    void namesTheLimitAndTheMend() {
        CaseNumber number = claim();
        broke(number, 1);
        InvalidForm late =
                catchThrowableOfType(InvalidForm.class, () -> answers.promise(number, LocalDate.parse("2026-05-01")));
        assertThat(faults.sentence(late, "day", Locale.ENGLISH))
                .startsWith("At most 14 days ahead for this customer: ")
                .contains("21");
        InvalidForm little = catchThrowableOfType(
                InvalidForm.class, () -> answers.promise(number, TODAY.plusDays(7), new BigDecimal("100")));
        assertThat(faults.sentence(little, "amount", Locale.forLanguageTag("nb")))
                .contains("30 prosent");
        assertThat(arrangements.live(number)).isEmpty();
    }

    @ParameterizedTest(name = "{0} broken, {1}, {2}: {3} months, approved above {4}")
    @CsvSource({
        "0, KNOWN,  1000,  10, 6, true",
        "0, GOOD,   1000,  10, 6, false",
        "0, KNOWN,  6000,  12, 6, true",
        "0, KNOWN, 60000,  24, 3, true",
        "2, KNOWN,  3000,   6, 0, true"
    })
    void takesPlansAsFarAsTheTableSays(
            int broken, Relation relation, long amount, int months, int approvalAbove, boolean charged) {
        CaseNumber number = claim(Country.NO, DebtorKind.BUSINESS, relation, amount);
        broke(number, broken);
        PlanTerms terms = limits.plan(number);
        assertThat(limits.bounds(number).mostInstalments()).isEqualTo(months);
        assertThat(terms.approvalAbove()).isEqualTo(approvalAbove);
        assertThat(terms.chargeFee()).isEqualTo(charged);
        assertThatThrownBy(() -> answers.plan(number, months + 1, TODAY.plusDays(10)))
                .isInstanceOfSatisfying(
                        InvalidForm.class, fault -> assertThat(fault.faults()).containsOnlyKeys("instalments"));
        answers.plan(number, months, TODAY.plusDays(10));
    }

    @Test
    void aPartOfAPromiseThatCameIsAPromisePartlyKept() {
        ladder.house.itIs("2026-03-17");
        CaseNumber number = claim();
        ladder.house.goTo(TODAY.toString());
        answers.promise(number, LocalDate.parse("2026-04-20"));
        ladder.house.settle();
        ladder.pays(number, "NOK 400.00");
        ladder.house.goTo("2026-04-23");
        assertThat(last(number).state()).isEqualTo(ArrangementState.PARTLY);
        assertThat(ladder.journal(number))
                .containsOnlyOnce("PromisePartlyKept")
                .doesNotContain("ArrangementBroken", "ArrangementKept");
        assertThat(ladder.state(number)).isEqualTo("OPEN");
        assertThat(ladder.standsAt(number))
                .as("goes on where the ladder stood, as after a broken one")
                .containsExactlyInAnyOrder("waitForNoticeDeadline", "callAboutPromise", "callDebtor");
        assertThat(ladder.lastDemand(number).principal()).hasToString("NOK 600.00");
        Map<CaseNumber, Urgency> urgency = Map.of(number, new Urgency());
        urgent.forEach(room -> room.contribute(urgency));
        assertThat(urgency.get(number).brokenOn()).isEqualTo("2026-04-23");
    }

    private Arrangement last(CaseNumber number) {
        List<Arrangement> all = arrangements.of(number);
        return all.get(all.size() - 1);
    }

    @Test
    void graceIsCountedInBankingDaysOverAHoliday() {
        CaseNumber number = claim();
        answers.promise(number, LocalDate.parse("2026-04-29"));
        ladder.house.settle();
        ladder.house.goTo("2026-05-04");
        assertThat(last(number).state())
                .as("Friday 1 May is none: Thursday, Monday, Tuesday")
                .isEqualTo(ArrangementState.OPEN);
        ladder.house.goTo("2026-05-05");
        assertThat(last(number).state()).isEqualTo(ArrangementState.BROKEN);
    }

    @Test
    void aBrokenPromiseOfADebtorWhoIsBeingCalledAsksForNoSecondCall() {
        ladder.house.itIs("2026-03-17");
        CaseNumber number = ladder.invoiceToNewCustomer("2026-03-16");
        assertThat(ladder.standsAt(number)).containsExactly("followUpByPhone", "callDebtor");
        answers.promise(number, LocalDate.parse("2026-03-20"));
        ladder.house.settle();
        ladder.house.goTo("2026-03-25");
        assertThat(last(number).state()).isEqualTo(ArrangementState.BROKEN);
        assertThat(ladder.standsAt(number)).containsExactly("followUpByPhone", "callDebtor");
        assertThat(ladder.ends(number)).containsExactly("promiseBroken");
        ladder.complete(number, "callDebtor", Map.of("outcome", "REACHED", "cause", "FORGOT"));
    }

    @Test
    void aBrokenPlanOfADebtorWhoIsBeingCalledAsksForNoSecondCall() {
        ladder.house.itIs("2026-03-17");
        CaseNumber number = ladder.invoiceToNewCustomer("2026-03-16");
        answers.agreedPlan(number, 3, LocalDate.parse("2026-03-20"));
        ladder.house.settle();
        ladder.house.goTo("2026-03-25");
        assertThat(last(number).state()).isEqualTo(ArrangementState.BROKEN);
        assertThat(ladder.standsAt(number)).containsExactly("followUpByPhone", "callDebtor");
        assertThat(ladder.ends(number)).containsExactly("planBroken");
    }

    private void agree(CaseNumber number, String outcome, int instalments) {
        ladder.complete(
                number, "agreePlan", Map.of("outcome", outcome, "instalments", instalments, "firstOn", "2026-04-20"));
    }

    private void wishes(CaseNumber number) {
        CurrentPerson.debtor(() -> {
            answers.plan(number, 3, LocalDate.parse("2026-04-20"));
            return true;
        });
        ladder.house.settle();
    }

    @Test
    void aLongPlanCountsWhenAnotherPersonHasApprovedIt() {
        CaseNumber number = claim();
        wishes(number);
        agree(number, "AGREED", 8);
        assertThat(last(number).state()).isEqualTo(ArrangementState.WAITING);
        assertThat(ladder.letterTypes(number)).doesNotContain(LetterType.PLAN_CONFIRMATION);
        assertThat(ladder.task(number, "approvePlan").team()).isEqualTo("manager");
        assertThatThrownBy(() -> ladder.answer(number, "approvePlan", "handler", Map.of("outcome", "APPROVED")))
                .as("who agreed on it")
                .isInstanceOf(StepNotYours.class);
        ladder.answer(number, "approvePlan", "manager", Map.of("outcome", "APPROVED"));
        ladder.house.settle();
        assertThat(last(number).state()).isEqualTo(ArrangementState.OPEN);
        assertThat(ladder.letterTypes(number)).contains(LetterType.PLAN_CONFIRMATION);
        assertThat(ladder.standsAt(number)).contains("waitForInstalment");
    }

    @Test
    void aLongPlanIsProposedToTheDebtorOnlyWhenItIsApproved() {
        CaseNumber number = claim();
        wishes(number);
        agree(number, "PROPOSED", 8);
        assertThat(ladder.letterTypes(number)).doesNotContain(LetterType.PLAN_PROPOSAL);
        ladder.answer(number, "approvePlan", "manager", Map.of("outcome", "APPROVED"));
        ladder.house.settle();
        assertThat(last(number).state()).isEqualTo(ArrangementState.PROPOSED);
        assertThat(ladder.lastLetter(number).type()).isEqualTo(LetterType.PLAN_PROPOSAL);
    }

    @Test
    void whoAgreedOnAPlanOnThePhoneDoesNotApproveIt() {
        ladder.house.itIs("2026-03-17");
        CaseNumber number = ladder.invoiceToNewCustomer("2026-03-16");
        ladder.answer(
                number, "callDebtor", "manager", Map.of("outcome", "PLAN", "instalments", 8, "firstOn", "2026-03-27"));
        ladder.house.settle();
        assertThat(ladder.letterTypes(number)).isEmpty();
        assertThatThrownBy(() -> ladder.answer(number, "approvePlan", "manager", Map.of("outcome", "APPROVED")))
                .isInstanceOf(StepNotYours.class);
        assertThat(ladder.standsAt(number)).contains("approvePlan");
    }

    @Test
    void aPlanThatIsNotApprovedIsAgreedOnAnewWithTheReasonAtHand() {
        CaseNumber number = claim();
        wishes(number);
        agree(number, "AGREED", 8);
        ladder.answer(
                number,
                "approvePlan",
                "manager",
                Map.of("outcome", "REFUSED", "approvalComment", "Six months at most, he has work."));
        ladder.house.settle();
        assertThat(last(number).state()).isEqualTo(ArrangementState.LAPSED);
        assertThat(ladder.journal(number)).contains("PlanRefused");
        assertThat(ladder.state(number)).isEqualTo("HELD");
        assertThat(ladder.standsAt(number)).contains("agreePlan");
        agree(number, "AGREED", 6);
        assertThat(last(number).state()).isEqualTo(ArrangementState.OPEN);
    }

    @Test
    void aMissedInstalmentIsToldBeforeThePlanIsBroken() {
        CaseNumber number = claim();
        wishes(number);
        agree(number, "AGREED", 3);
        ladder.pays(number, "NOK 500.00");
        assertThat(states(number))
                .containsExactly(
                        InstalmentStanding.State.AHEAD, InstalmentStanding.State.DUE, InstalmentStanding.State.DUE);
        ladder.house.goTo("2026-04-22");
        assertThat(ladder.journal(number)).doesNotContain("InstalmentMissed");
        ladder.house.goTo("2026-05-21");
        assertThat(ladder.journal(number)).containsOnlyOnce("InstalmentMissed");
        assertThat(states(number))
                .containsExactly(
                        InstalmentStanding.State.PAID, InstalmentStanding.State.MISSED, InstalmentStanding.State.DUE);
        assertThat(last(number).state()).isEqualTo(ArrangementState.OPEN);
        ladder.pays(number, "NOK 200.00");
        ladder.house.goTo("2026-06-10");
        assertThat(ladder.journal(number)).containsOnlyOnce("InstalmentMissed").doesNotContain("ArrangementBroken");
        ladder.pays(number, "NOK 5000.00");
        assertThat(last(number).state()).isEqualTo(ArrangementState.KEPT);
    }

    private List<InstalmentStanding.State> states(CaseNumber number) {
        return checks.standing(last(number)).stream()
                .map(InstalmentStanding::state)
                .toList();
    }

    @Test
    void aSwedishPlanIsChargedForOnceWhenItsConfirmationLeaves() {
        CaseNumber number = claim(Country.SE, DebtorKind.PRIVATE, Relation.KNOWN, 3000);
        var before = ladder.balance(number);
        answers.agreedPlan(number, 3, LocalDate.parse("2026-04-20"));
        ladder.house.settle();
        Arrangement plan = last(number);
        assertThat(plan.terms().fee()).hasToString("SEK 170.00");
        assertThat(plan.total()).isEqualTo(before.toPay().plus(plan.terms().fee()));
        assertThat(ladder.lastLetter(number).type()).isEqualTo(LetterType.PLAN_CONFIRMATION);
        assertThat(ladder.lastLetter(number).newFee()).hasToString("SEK 170.00");
        assertThat(ladder.balance(number).fee()).isEqualTo(before.fee().plus(170));
        assertThat(receivables.hasBooked(
                        cases.get(number).invoiceId(),
                        "letter:" + ladder.lastLetter(number).id()))
                .isTrue();
        ladder.house.goTo("2026-04-27");
        answers.agreedPlan(number, 3, LocalDate.parse("2026-05-04"));
        ladder.house.settle();
        assertThat(last(number).terms().fee().isZero()).as("a second plan").isTrue();
        assertThat(ladder.lastLetter(number).newFee().isZero()).isTrue();
    }

    @Test
    void aNorwegianPlanCostsNothing() {
        CaseNumber number = claim();
        var before = ladder.balance(number);
        answers.agreedPlan(number, 3, LocalDate.parse("2026-04-20"));
        ladder.house.settle();
        assertThat(last(number).terms().fee().isZero()).isTrue();
        assertThat(ladder.balance(number).fee()).isEqualTo(before.fee());
    }

    @Test
    void proposesWhatWillBeMade() {
        CaseNumber number = claim(Country.SE, DebtorKind.PRIVATE, Relation.KNOWN, 3000);
        PlanProposal proposed = proposals.of(number, 3, null, LocalDate.parse("2026-04-18"));
        assertThat(proposed.needsApproval()).isFalse();
        assertThat(proposed.interest().isPositive()).isTrue();
        assertThat(proposals.of(number, 8, null, null).needsApproval()).isTrue();
        assertThat(proposals.of(number, null, new BigDecimal("500"), null).months())
                .isEqualTo(7);
        assertThatThrownBy(() -> proposals.of(number, null, new BigDecimal("90"), null))
                .isInstanceOfSatisfying(
                        InvalidForm.class, fault -> assertThat(fault.faults()).containsOnlyKeys("instalments"));
        answers.agreedPlan(number, 3, LocalDate.parse("2026-04-18"));
        assertThat(last(number).instalments()).isEqualTo(proposed.instalments());
        assertThat(proposed.instalments().get(0).dueOn()).isEqualTo("2026-04-20");
    }

    @Test
    void tellsFormsWhatAPlanWouldBe() throws Exception {
        CaseNumber number = claim();
        String path = "/api/cases/" + number + "/plan-proposal";
        http.perform(get(path)
                        .param("months", "3")
                        .param("firstOn", "2026-04-18")
                        .with(user("handler").roles("HANDLER")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.months").value(3))
                .andExpect(jsonPath("$.mostMonths").value(10))
                .andExpect(jsonPath("$.firstOn").value("2026-04-20"))
                .andExpect(jsonPath("$.instalments.length()").value(3))
                .andExpect(jsonPath("$.needsApproval").value(false));
        http.perform(get(path).param("months", "11").with(user("handler").roles("HANDLER")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("instalments"))
                .andExpect(jsonPath("$.errors[0].message").value(containsString("At most 10 instalments")));
        http.perform(get(path).param("each", "0").with(user("handler").roles("HANDLER")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("each"));
    }
}
