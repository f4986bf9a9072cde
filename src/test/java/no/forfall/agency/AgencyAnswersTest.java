package no.forfall.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.forfall.ForfallTest;
import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.cases.ClosingReason;
import no.forfall.cases.Token;
import no.forfall.cases.Tokens;
import no.forfall.engine.Flow;
import no.forfall.engine.Steps;
import no.forfall.journal.Journal;
import no.forfall.outbox.Outbox;
import no.forfall.shared.CaseNumber;
import org.camunda.bpm.engine.TaskService;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ForfallTest
@Import({Claims.class, NoticesSent.class})
class AgencyAnswersTest {

    @Autowired
    Claims claims;

    @Autowired
    Handovers handovers;

    @Autowired
    UntoldAnswers untold;

    @Autowired
    AnswerTable kept;

    @Autowired
    AgencyAnswers desk;

    @Autowired
    Cases cases;

    @Autowired
    Flow flow;

    @Autowired
    Tokens tokens;

    @Autowired
    Steps steps;

    @Autowired
    TaskService tasks;

    @Autowired
    Outbox outbox;

    @Autowired
    Journal journal;

    @Autowired
    ObjectMapper json;

    @Autowired
    MockMvc mvc;

    @Test
    void settlesTheCaseWhenTheAgencyHasBeenPaid() throws Exception {
        CaseNumber number = withAgency();
        answer(number, "{\"status\":\"PAID\",\"paidAmount\":1038.00,\"agencyCaseNumber\":\"A-7\",\"colour\":\"blue\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.repeated").value(false));
        assertThat(cases.get(number).closingReason()).isEqualTo(ClosingReason.SETTLED_BY_AGENCY);
        assertThat(claims.principal(number)).isEqualTo(Money.parse("NOK 0.00"));
        assertThat(ends(number)).containsExactly("settledByAgency");
        Handover handover = handovers.of(number).get(0);
        assertThat(handover.state()).isEqualTo(HandoverState.SETTLED);
        assertThat(handover.answers().get(0).body().path("colour").asText()).isEqualTo("blue");
        assertThat(outbox.standing(number)).isEmpty();
    }

    @Test
    void waitsOnAndBooksThePaymentOfAnAnswerOnce() throws Exception {
        CaseNumber number = withAgency();
        String answer = "{\"status\":\"IN_PROGRESS\",\"paidAmount\":100,\"answerId\":\"7\"}";
        answer(number, answer).andExpect(jsonPath("$.repeated").value(false));
        answer(number, answer).andExpect(jsonPath("$.repeated").value(true));
        assertThat(claims.principal(number)).isEqualTo(Money.parse("NOK 900.00"));
        assertThat(elements(number)).contains("waitForAgency");
        assertThat(outbox.standing(number)).isEmpty();
    }

    @Test
    void handsOverAgainWhenThePersonSaysSo() throws Exception {
        CaseNumber number = rejected();
        decide(number, "TRY_AGAIN");
        outbox.runDue();
        assertThat(handovers.of(number))
                .extracting(Handover::state)
                .containsExactly(HandoverState.REJECTED, HandoverState.OUT);
        assertThat(elements(number)).contains("waitForAgency");
    }

    @Test
    void keepsARejectedClaimInHouse() throws Exception {
        CaseNumber number = rejected();
        decide(number, "KEEP");
        assertThat(ends(number)).containsExactly("keptInHouse");
        assertThat(cases.get(number).state()).isEqualTo(CaseState.OPEN);
    }

    @Test
    void writesARejectedClaimOff() throws Exception {
        CaseNumber number = rejected();
        decide(number, "WRITE_OFF");
        assertThat(ends(number)).containsExactly("writtenOff");
        assertThat(cases.get(number).closingReason()).isEqualTo(ClosingReason.WRITTEN_OFF);
    }

    @Test
    void tellsAHeldCaseWhenItGoesOn() throws Exception {
        CaseNumber number = withAgency();
        cases.hold(number, "customer is ill", null);
        answer(number, "{\"status\":\"REJECTED\"}").andExpect(status().isOk());
        assertThat(untold.runDue()).isZero();
        assertThat(elements(number)).contains("waitForAgency");
        cases.resume(number);
        assertThat(untold.runDue()).isOne();
        assertThat(elements(number)).contains("handleRejection");
        assertThat(untold.runDue()).isZero();
    }

    @Test
    void tellsOnceWhenTwoNodesFoundTheSameAnswer() throws Exception {
        CaseNumber number = withAgency();
        cases.hold(number, "customer is ill", null);
        answer(number, "{\"status\":\"REJECTED\"}").andExpect(status().isOk());
        cases.resume(number);
        AnswerTable.Untold found = kept.untold().get(0);
        assertThat(desk.tellAgain(found)).isTrue();
        assertThat(desk.tellAgain(found)).isFalse();
        assertThat(kept.untold()).isEmpty();
        assertThat(elements(number)).contains("handleRejection");
    }

    @Test
    void tellsAProcessThatDidNotWaitYet() throws Exception {
        CaseNumber number = claims.sent();
        outbox.runDue();
        UUID handover = handovers.of(number).get(0).id();
        flow.end(number, "to begin anew");
        answer(number, "{\"status\":\"IN_PROGRESS\",\"paidAmount\":100}").andExpect(status().isOk());
        answer(number, "{\"status\":\"REJECTED\"}").andExpect(status().isOk());
        assertThat(handovers.of(number)).extracting(Handover::id).containsExactly(handover);
        claims.sendToAgency(number);
        outbox.runDue();
        untold.runDue();
        assertThat(elements(number)).contains("handleRejection");
    }

    @Test
    void saysWhatIsWrongWithAnAnswer() throws Exception {
        CaseNumber number = withAgency();
        answer(number, "{\"status\":\"LOST\",\"paidAmount\":-1,\"currency\":\"SEK\",\"date\":\"2027-01-01\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].field")
                        .value(org.hamcrest.Matchers.contains("status", "currency", "paidAmount", "date")));
        answer(UUID.randomUUID(), "HANDLER", "{\"status\":\"PAID\"}").andExpect(status().isNotFound());
        answer(handovers.of(number).get(0).id(), "DESIGNER", "{\"status\":\"PAID\"}")
                .andExpect(status().isForbidden());
        assertThat(handovers.of(number).get(0).answers()).isEmpty();
    }

    @Test
    void callsBackOverHttpWithAReason() throws Exception {
        CaseNumber number = withAgency();
        withdraw(number, "{}").andExpect(status().isBadRequest());
        withdraw(number, "{\"reason\":\"Paid in cash\"}").andExpect(status().isAccepted());
        withdraw(number, "{\"reason\":\"Paid in cash\"}").andExpect(status().isConflict());
    }

    private CaseNumber withAgency() {
        CaseNumber number = claims.sent();
        outbox.runDue();
        return number;
    }

    private CaseNumber rejected() throws Exception {
        CaseNumber number = withAgency();
        answer(number, "{\"status\":\"REJECTED\",\"message\":\"Debtor is bankrupt\"}")
                .andExpect(status().isOk());
        assertThat(elements(number)).contains("handleRejection");
        return number;
    }

    private void decide(CaseNumber number, String outcome) {
        String step = tasks.createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .taskDefinitionKey("handleRejection")
                .singleResult()
                .getId();
        steps.complete(step, "kari", Map.of("rejectionOutcome", outcome));
    }

    private ResultActions answer(CaseNumber number, String body) throws Exception {
        return answer(handovers.of(number).get(0).id(), "HANDLER", body);
    }

    private ResultActions answer(UUID handover, String role, String body) throws Exception {
        return mvc.perform(post("/api/agency/" + handover + "/status")
                .with(user("agency").roles(role))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private ResultActions withdraw(CaseNumber number, String body) throws Exception {
        return mvc.perform(post("/api/cases/" + number + "/withdraw-from-agency")
                .with(user("kari").roles("HANDLER"))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private List<String> elements(CaseNumber number) {
        return tokens.of(number).stream().map(Token::element).toList();
    }

    private List<Object> ends(CaseNumber number) {
        return journal.of(number, Long.MAX_VALUE, 100).stream()
                .filter(entry -> entry.kind().equals("ProcessEnded"))
                .map(entry -> entry.facts().get("element"))
                .toList();
    }
}
