package no.forfall.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Map;
import no.forfall.Drawn;
import no.forfall.agency.Handovers;
import no.forfall.api.Invalid;
import no.forfall.casefile.Happening;
import no.forfall.casefile.Happenings;
import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.cases.ClosingReason;
import no.forfall.cases.DebtorEvent;
import no.forfall.cases.DebtorEvents;
import no.forfall.cases.DeliveryStops;
import no.forfall.correspondence.Letter;
import no.forfall.correspondence.LetterType;
import no.forfall.engine.Editions;
import no.forfall.engine.Flow;
import no.forfall.engine.InvalidForm;
import no.forfall.law.DebtorKind;
import no.forfall.outbox.EffectState;
import no.forfall.outbox.Outbox;
import no.forfall.outbox.QueuedEffect;
import no.forfall.receivables.DebtorStanding;
import no.forfall.receivables.DebtorStandings;
import no.forfall.receivables.Receivables;
import no.forfall.receivables.Relation;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** A debtor with two invoices, of which one waits for its reminder on 30 March, goes bankrupt or dies on 19 March. */
@ProcessTest
class DebtorEventsTest {

    private static final RequestPostProcessor HANDLER = user("kari").roles("HANDLER");

    @Autowired
    Ladder ladder;

    @Autowired
    Cases cases;

    @Autowired
    DebtorEvents events;

    @Autowired
    DebtorStandings standings;

    @Autowired
    DeliveryStops deliveries;

    @Autowired
    Happenings happenings;

    @Autowired
    Handovers handovers;

    @Autowired
    Receivables receivables;

    @Autowired
    Outbox outbox;

    @Autowired
    Editions editions;

    @Autowired
    Flow flow;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc http;

    Ladder.Customer customer;
    CaseNumber one;
    CaseNumber another;

    @BeforeEach
    void twoInvoicesOfOneDebtor() {
        ladder.house.itIs("2026-03-17");
        customer = new Ladder.Customer("Nordlys", Country.NO, Ladder.someone(), DebtorKind.BUSINESS, Relation.KNOWN);
        one = ladder.invoice(customer, "2026-03-16", 1000, true);
        another = ladder.invoice(customer, "2026-04-20", 500, true);
        ladder.house.goTo("2026-03-20");
    }

    private void goesBankrupt() {
        happenings.tell(
                one,
                Happening.INSOLVENT,
                LocalDate.parse("2026-03-19"),
                LocalDate.parse("2026-04-19"),
                "Told by the register");
    }

    private void dies() {
        happenings.tell(one, Happening.DECEASED, LocalDate.parse("2026-03-19"), null, "Her son rang");
    }

    @Test
    void aBankruptcyStopsAllCasesAndAsksOnceToFileTheClaimInTime() {
        goesBankrupt();
        assertThat(ladder.state(one)).isEqualTo("HELD");
        assertThat(ladder.state(another)).isEqualTo("HELD");
        assertThat(cases.get(another).holdReason()).isEqualTo("DEBTOR_INSOLVENT");
        DebtorEvent event = events.of(another).orElseThrow();
        assertThat(standings.standing(event.debtorId())).isEqualTo(DebtorStanding.INSOLVENT);
        assertThat(event.fileBy()).isEqualTo("2026-04-19");
        assertThat(ladder.standsAt(one)).contains("fileClaim");
        assertThat(ladder.standsAt(another)).doesNotContain("fileClaim");
        // 19 April is a Sunday
        assertThat(Ladder.day(ladder.task(one, "fileClaim").due())).isEqualTo("2026-04-17");
        assertThat(ladder.journal(another)).contains("DebtorBecame");

        ladder.house.goTo("2026-05-30");
        assertThat(ladder.letterTypes(one)).containsExactly(LetterType.FRIENDLY_REMINDER);
        assertThat(ladder.letters(another)).isEmpty();
        ladder.complete(one, "fileClaim", Map.of("outcome", "FILED", "comment", "ref. 12/2026"));
        assertThat(ladder.ends(one)).containsExactly("claimFiled");
        assertThat(ladder.state(one)).isEqualTo("HELD");
    }

    @Test
    void aClaimThatIsNotFiledStaysStopped() {
        goesBankrupt();
        ladder.complete(one, "fileClaim", Map.of("outcome", "NOT_FILED"));
        assertThat(ladder.ends(one)).containsExactly("claimNotFiled");
        assertThat(ladder.state(one)).isEqualTo("HELD");
        cases.close(one, ClosingReason.WRITTEN_OFF);
        assertThat(ladder.standsAt(another)).as("somebody has seen to it").doesNotContain("fileClaim");
    }

    @Test
    void whatWasAMistakeIsTakenBackAndTheCasesGoOnLaterByTheDays() {
        goesBankrupt();
        ladder.house.goTo("2026-03-27");
        happenings.takeBack(one, Happening.INSOLVENT, "Another Fjell AS");
        ladder.house.settle();
        assertThat(ladder.ends(one)).containsExactly("insolvencyTakenBack");
        assertThat(ladder.standsAt(one)).containsExactly("waitForFeeReminder");
        assertThat(ladder.state(another)).isEqualTo("OPEN");
        assertThat(events.of(one)).isEmpty();
        // 30 March and seven days is Easter Monday
        ladder.house.goTo("2026-04-06");
        assertThat(ladder.letterTypes(one)).containsExactly(LetterType.FRIENDLY_REMINDER);
        ladder.house.goTo("2026-04-07");
        assertThat(ladder.letterTypes(one)).endsWith(LetterType.FEE_REMINDER);
    }

    @Test
    void aDeathThatWasAMistakeIsTakenBackToo() {
        dies();
        happenings.takeBack(one, Happening.DECEASED, "A namesake");
        assertThat(ladder.ends(one)).containsExactly("deathTakenBack");
        assertThat(ladder.state(one)).isEqualTo("OPEN");
    }

    @Test
    void aCaseThatIsResumedInSpiteOfItStopsAgain() {
        goesBankrupt();
        cases.resume(one);
        assertThat(ladder.state(one)).isEqualTo("HELD");
        assertThat(cases.get(one).holdReason()).isEqualTo("DEBTOR_INSOLVENT");
    }

    @Test
    void aCaseThatWasHeldForAnotherReasonStopsWhenThatHasEnded() {
        cases.hold(another, "in hospital", LocalDate.parse("2026-03-25"));
        goesBankrupt();
        assertThat(cases.get(another).holdReason()).isEqualTo("in hospital");
        ladder.house.goTo("2026-03-27");
        assertThat(ladder.state(another)).isEqualTo("HELD");
        assertThat(cases.get(another).holdReason()).isEqualTo("DEBTOR_INSOLVENT");
    }

    @Test
    void anInvoiceThatComesAfterwardsStopsAtOnce() {
        goesBankrupt();
        CaseNumber late = ladder.invoice(customer, "2026-03-10", 700, true);
        ladder.house.settle();
        assertThat(ladder.state(late)).isEqualTo("HELD");
        assertThat(ladder.letters(late)).isEmpty();
    }

    @Test
    void theTaskMovesToAnotherCaseOfTheDebtorWhenItsCaseEndsFirst() {
        goesBankrupt();
        cases.close(one, ClosingReason.WITHDRAWN);
        assertThat(ladder.standsAt(another)).contains("fileClaim");
        assertThat(events.of(another).orElseThrow().caseNumber()).isEqualTo(another);
    }

    /** Another diagram may draw what it likes. */
    @ParameterizedTest
    @EnumSource(
            value = DebtorStanding.class,
            names = {"INSOLVENT", "DECEASED"})
    void nothingIsDemandedOfABankruptOrADeadDebtorByAnyDiagram(DebtorStanding standing) {
        transaction.executeWithoutResult(status -> receivables
                .invoice(cases.get(one).invoiceId())
                .debtor()
                .becomes(standing, LocalDate.parse("2026-03-19")));
        for (String letter : new String[] {"FRIENDLY_REMINDER", "FEE_REMINDER", "COLLECTION_NOTICE"}) {
            bars(
                    Drawn.diagram("barred-" + letter.toLowerCase().replace('_', '-'))
                            .sends(letter, 14),
                    standing);
        }
        bars(Drawn.diagram("barred-hand-over").handsOver(), standing);
        assertThat(ladder.letterTypes(one)).containsExactly(LetterType.FRIENDLY_REMINDER);
        assertThat(handovers.of(one)).isEmpty();
    }

    private void bars(Drawn drawn, DebtorStanding standing) {
        var edition = drawn.publish(editions);
        flow.end(one, "another diagram");
        flow.start(edition.key(), one, Map.of("country", "NO", "dueDate", "2026-03-16"));
        ladder.house.settle();
        assertThat(outbox.standing(one))
                .filteredOn(each -> each.state() == EffectState.BARRED)
                .extracting(QueuedEffect::rule)
                .containsOnly("DEBTOR-" + standing);
        outbox.withdraw(one, "the next one");
    }

    @Test
    void theEstateOfADeadDebtorTakesItsPlaceAndTheCasesGoOn() {
        dies();
        assertThat(ladder.state(another)).isEqualTo("HELD");
        assertThatThrownBy(() -> ladder.complete(one, "findEstate", Map.of("outcome", "FOUND")))
                .isInstanceOf(InvalidForm.class);
        ladder.complete(
                one,
                "findEstate",
                Map.of(
                        "outcome",
                        "FOUND",
                        "estateName",
                        "Fjells dødsbo",
                        "email",
                        "bo@fjell.example",
                        "street",
                        "Torget 1",
                        "postalCode",
                        "5003",
                        "city",
                        "Bergen"));
        assertThat(ladder.ends(one)).containsExactly("estateAnswers");
        assertThat(ladder.state(one)).isEqualTo("OPEN");
        assertThat(ladder.state(another)).isEqualTo("OPEN");
        ladder.house.goTo("2026-03-31");
        Letter reminder = ladder.lastLetter(one);
        assertThat(reminder.type()).isEqualTo(LetterType.FEE_REMINDER);
        assertThat(reminder.recipient()).isEqualTo("bo@fjell.example");
        assertThat(events.standing(another).standing()).isEqualTo(DebtorStanding.NORMAL);
    }

    @Test
    void withoutAnEstateTheCasesStayStopped() {
        dies();
        ladder.complete(one, "findEstate", Map.of("outcome", "NONE"));
        assertThat(ladder.ends(one)).containsExactly("noEstate");
        ladder.house.goTo("2026-05-30");
        assertThat(ladder.letterTypes(one)).containsExactly(LetterType.FRIENDLY_REMINDER);
    }

    @Test
    void isToldOverTheProgramsInterfaceAndShownOnTheCase() throws Exception {
        tell(
                        "{\"what\": \"INSOLVENT\", \"on\": \"2026-03-19\", \"fileBy\": \"2026-04-19\", \"note\": \"register\"}",
                        200)
                .andExpect(jsonPath("$.standing").value("INSOLVENT"));
        http.perform(get("/api/cases/" + another + "/events").with(HANDLER))
                .andExpect(jsonPath("$.since").value("2026-03-19"))
                .andExpect(jsonPath("$.fileBy").value("2026-04-19"));
        http.perform(get("/cases/" + another).param("lang", "en").with(HANDLER))
                .andExpect(content()
                        .string(Matchers.containsString(
                                "Bankrupt since 19 Mar 2026; claims are filed by 19 Apr 2026")));
        tell("{\"what\": \"DECEASED\", \"note\": \"register\"}", 422);
        http.perform(post("/api/cases/" + one + "/events/end")
                        .with(HANDLER)
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"what\": \"INSOLVENT\", \"note\": \"a namesake\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.standing").value("NORMAL"));
    }

    @Test
    void refusesWhatCannotBeAndNamesTheField() throws Exception {
        tell("{\"what\": \"INSOLVENT\"}", 422)
                .andExpect(jsonPath("$.errors[0].field").value("note"));
        tell("{\"note\": \"x\"}", 422).andExpect(jsonPath("$.errors[0].field").value("what"));
        tell("{\"what\": \"INSOLVENT\", \"on\": \"2026-03-21\", \"note\": \"x\"}", 422)
                .andExpect(jsonPath("$.errors[0].field").value("on"));
        tell("{\"what\": \"INSOLVENT\", \"fileBy\": \"2026-03-19\", \"note\": \"x\"}", 422)
                .andExpect(jsonPath("$.errors[0].field").value("fileBy"));
        assertThatThrownBy(() -> happenings.takeBack(one, Happening.INSOLVENT, "x"))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> happenings.takeBack(one, Happening.WITHDRAWN, "x"))
                .isInstanceOf(Invalid.class);
        assertThat(ladder.state(one)).isEqualTo("OPEN");
    }

    private org.springframework.test.web.servlet.ResultActions tell(String body, int status) throws Exception {
        return http.perform(post("/api/cases/" + one + "/events")
                        .with(HANDLER)
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().is(status));
    }

    @Test
    void aCreditorWithdrawsItsClaimFromTheCase() throws Exception {
        tell("{\"what\": \"WITHDRAWN\", \"note\": \"Settled in kind\"}", 200);
        ladder.assertClosed(one, ClosingReason.WITHDRAWN);
        assertThat(ladder.journal(one)).containsSubsequence("CaseWithdrawn", "CaseClosed");
        tell("{\"what\": \"WITHDRAWN\", \"note\": \"again\"}", 409);
        assertThat(cases.get(another).state()).isEqualTo(CaseState.OPEN);
    }

    @Test
    void aStopOfDeliveriesIsLiftedByItselfWhenNothingOverdueIsOpen() {
        CaseNumber overdue = ladder.invoice(customer, "2026-03-10", 700, true);
        happenings.tell(one, Happening.DELIVERY_STOP, null, null, "Owes for months");
        assertThat(events.standing(another).deliveryStoppedOn()).isEqualTo("2026-03-20");
        assertThatThrownBy(() -> happenings.tell(one, Happening.DELIVERY_STOP, null, null, "again"))
                .isInstanceOf(Invalid.class);
        ladder.pays(one, "NOK 1000.00");
        assertThat(events.standing(another).deliveryStoppedOn()).isNotNull();
        ladder.pays(overdue, "NOK 700.00");
        assertThat(events.standing(another).deliveryStoppedOn())
                .as("the other invoice is not due yet")
                .isNull();
        assertThat(ladder.journal(overdue)).contains("DeliveryStopLifted");
    }

    @Test
    void aStopOfDeliveriesIsLiftedByHandAndSetByADiagram() {
        assertThat(deliveries.lift(one, "x")).isFalse();
        happenings.tell(one, Happening.DELIVERY_STOP, null, null, "Owes for months");
        happenings.takeBack(one, Happening.DELIVERY_STOP, "A promise");
        assertThat(events.standing(one).deliveryStoppedOn()).isNull();
        var edition = Drawn.diagram("stop-delivery")
                .calls("stopDelivery", Map.of("reason", "At the agency"))
                .publish(editions);
        flow.start(edition.key(), another, Map.of("country", "NO"));
        assertThat(events.standing(one).deliveryStoppedOn()).isEqualTo("2026-03-20");
        assertThat(ladder.journal(another)).contains("DeliveryStopped");
    }
}
