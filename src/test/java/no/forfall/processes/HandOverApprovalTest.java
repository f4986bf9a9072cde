package no.forfall.processes;

import static no.forfall.processes.Ladder.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import no.forfall.Samples;
import no.forfall.agency.Handovers;
import no.forfall.engine.StepNotYours;
import no.forfall.identity.Role;
import no.forfall.law.DebtorKind;
import no.forfall.processes.Ladder.Customer;
import no.forfall.receivables.Relation;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import no.forfall.worklist.WorkItem;
import no.forfall.worklist.Worklist;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;

/** Which claims a second person must let go to the agency, and that it is a second one. */
@ProcessTest
class HandOverApprovalTest {

    @Autowired
    Ladder ladder;

    @Autowired
    Worklist worklist;

    @Autowired
    Handovers handovers;

    @Autowired
    Samples samples;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Autowired
    MockMvc http;

    @BeforeEach
    void people() {
        samples.person("helge", "Helge Aas", Role.HANDLER);
        samples.person("mona", "Mona Berg", Role.MANAGER);
        samples.person("mats", "Mats Dahl", Role.MANAGER);
    }

    @ParameterizedTest(name = "a {0} customer who owes {1}, {2} days late: {3}")
    @CsvSource(textBlock = """
            KNOWN,  1000,  51, waitForAgency
            KNOWN, 99999,  51, waitForAgency
            KNOWN, 100000, 51, approveHandOver
            GOOD,   1000,  51, approveHandOver
            KNOWN,  1000,  61, approveHandOver
            """)
    void asksASecondPersonWhereTheTableSaysSo(Relation relation, long amount, int daysLate, String element) {
        CaseNumber number = atTheDecision(relation, amount);
        if (daysLate > 51) {
            ladder.house.goTo("2026-05-18");
        }
        decide(number, "helge");
        assertThat(ladder.standsAt(number)).contains(element);
        assertThat(handovers.of(number)).hasSize(element.equals("waitForAgency") ? 1 : 0);
    }

    @Test
    void handsOverWhenAnotherManagerApproves() {
        CaseNumber number = atTheDecision(Relation.GOOD, 1000);
        decide(number, "mona");
        approve(number, "mats", "APPROVE");
        ladder.house.settle();
        assertThat(ladder.standsAt(number)).contains("waitForAgency");
        assertThat(handovers.of(number)).hasSize(1);
    }

    @Test
    void goesBackToTheDecisionWhenTheSecondPersonRefuses() {
        CaseNumber number = atTheDecision(Relation.GOOD, 1000);
        decide(number, "helge");
        approve(number, "mona", "REFUSE");
        ladder.house.settle();
        assertThat(ladder.standsAt(number)).containsExactly("decideHandOver");
        assertThat(handovers.of(number)).isEmpty();
    }

    @Test
    void refusesTheSamePersonTwiceAndAnybodyWhoIsNoManager() throws Exception {
        CaseNumber number = atTheDecision(Relation.GOOD, 1000);
        decide(number, "mona");
        assertThatThrownBy(() -> approve(number, "mona", "APPROVE"))
                .isInstanceOf(StepNotYours.class)
                .hasMessage("step.sameEyes");
        assertThatThrownBy(() -> approve(number, "helge", "APPROVE"))
                .isInstanceOf(StepNotYours.class)
                .hasMessage("step.otherTeam");
        http.perform(post("/api/tasks/" + item(number).id() + "/complete")
                        .param("lang", "en")
                        .with(user("mona").roles("MANAGER"))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"handOverApproved\": \"APPROVE\"}"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail").value(org.hamcrest.Matchers.containsString("second person")));
        assertThat(ladder.standsAt(number)).contains("approveHandOver");
        assertThat(handovers.of(number)).isEmpty();
    }

    @Test
    void refusesTheSamePersonInCamundasOwnTaskListToo() {
        CaseNumber number = atTheDecision(Relation.GOOD, 1000);
        decide(number, "mona");
        String task = item(number).id();
        identity.setAuthenticatedUserId("mona");
        try {
            assertThatThrownBy(() -> tasks.complete(task, Map.of("handOverApproved", "APPROVE")))
                    .hasStackTraceContaining("step.sameEyes");
        } finally {
            identity.clearAuthentication();
        }
        assertThat(ladder.standsAt(number)).contains("approveHandOver");
    }

    @Test
    void isNotTalkedRoundByAVariableThatNamesSomebodyElse() {
        CaseNumber number = atTheDecision(Relation.GOOD, 1000);
        decide(number, "mona");
        String task = item(number).id();
        identity.setAuthenticatedUserId("mona");
        try {
            assertThatThrownBy(() ->
                            tasks.complete(task, Map.of("handOverApproved", "APPROVE", "decideHandOverBy", "helge")))
                    .hasStackTraceContaining("step.sameEyes");
        } finally {
            identity.clearAuthentication();
        }
        assertThat(ladder.standsAt(number)).contains("approveHandOver");
    }

    @Test
    void knowsThePersonWhoCameByTheEnginesInterfaceForPrograms() {
        CaseNumber number = atTheDecision(Relation.GOOD, 1000);
        decide(number, "mona");
        String task = item(number).id();
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("mona", "", "ROLE_MANAGER"));
        try {
            assertThatThrownBy(() -> tasks.complete(task, Map.of("handOverApproved", "APPROVE")))
                    .hasStackTraceContaining("step.sameEyes");
        } finally {
            SecurityContextHolder.clearContext();
        }
        assertThat(ladder.standsAt(number)).contains("approveHandOver");
    }

    private CaseNumber atTheDecision(Relation relation, long amount) {
        ladder.house.itIs("2026-03-02");
        Customer customer = new Customer(someone(), Country.NO, someone(), DebtorKind.PRIVATE, relation);
        CaseNumber number = ladder.invoice(customer, "2026-03-16", amount, true);
        if (amount >= 100_000) {
            ladder.goUntil(number, "callDebtor");
            ladder.complete(number, "callDebtor", Map.of("outcome", "REACHED", "cause", "FORGOT"));
        }
        ladder.goUntil(number, "decideHandOver");
        return number;
    }

    private void decide(CaseNumber number, String person) {
        worklist.complete(ladder.task(number, "decideHandOver").id(), person, Map.of("handOverDecision", "HAND_OVER"));
        ladder.house.settle();
    }

    private void approve(CaseNumber number, String person, String answer) {
        worklist.complete(item(number).id(), person, Map.of("handOverApproved", answer));
    }

    private WorkItem item(CaseNumber number) {
        return ladder.task(number, "approveHandOver");
    }
}
