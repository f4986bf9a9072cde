package no.forfall.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import no.forfall.agency.AgencyAnswers;
import no.forfall.agency.Handover;
import no.forfall.agency.HandoverState;
import no.forfall.agency.Handovers;
import no.forfall.cases.Cases;
import no.forfall.cases.ClosingReason;
import no.forfall.correspondence.LetterState;
import no.forfall.correspondence.LetterType;
import no.forfall.shared.CaseNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A claim that has climbed the ladder and is with the agency, and each way back from there. */
@ProcessTest
class AgencyCollectionTest {

    @Autowired
    Ladder ladder;

    @Autowired
    Handovers handovers;

    @Autowired
    AgencyAnswers agency;

    @Autowired
    Cases cases;

    @Autowired
    ObjectMapper json;

    CaseNumber number;

    @BeforeEach
    void theAgencyHasTheClaim() {
        number = ladder.withTheAgency();
        assertThat(states()).containsExactly(HandoverState.OUT);
        assertThat(ladder.letterTypes(number))
                .containsExactly(
                        LetterType.FRIENDLY_REMINDER,
                        LetterType.FEE_REMINDER,
                        LetterType.COLLECTION_NOTICE,
                        LetterType.HAND_OVER_INFORMATION);
        assertThat(ladder.lastLetter(number).state()).isEqualTo(LetterState.SENT);
    }

    @Test
    void endsWhenTheAgencyHasCollectedEverything() {
        answer("{'status': 'PAID', 'paidAmount': 5000.00}");
        ladder.assertClosed(number, ClosingReason.SETTLED_BY_AGENCY);
        assertThat(ladder.ends(number)).containsExactly("settledByAgency", "agencyDone");
        assertThat(ladder.balance(number).principal().isZero()).isTrue();
        assertThat(states()).containsExactly(HandoverState.SETTLED);
        assertNoLetterFollows();
    }

    @Test
    void endsWhenTheAgencyGivesUpAlthoughMoneyIsOwed() {
        answer("{'status': 'CLOSED', 'message': 'Nothing to be had'}");
        ladder.assertClosed(number, ClosingReason.SETTLED_BY_AGENCY);
        assertThat(ladder.ends(number)).containsExactly("settledByAgency", "agencyDone");
        assertThat(ladder.balance(number).principal()).hasToString("NOK 1000.00");
        assertNoLetterFollows();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RECEIVED", "IN_PROGRESS"})
    void waitsOnWithLessOwedWhileTheAgencyIsAtWork(String status) {
        answer("{'status': '" + status + "', 'paidAmount': 400.00}");
        assertThat(ladder.standsAt(number)).containsExactly("collectThroughAgency", "waitForAgency");
        assertThat(ladder.balance(number).principal()).hasToString("NOK 600.00");
        assertThat(states()).containsExactly(HandoverState.OUT);
        assertNoLetterFollows();
        answer("{'status': 'PAID'}");
        ladder.assertClosed(number, ClosingReason.SETTLED_BY_AGENCY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REJECTED", "WITHDRAWN"})
    void asksAPersonAboutAClaimThatComesBackAndSendsItAgain(String status) {
        answer("{'status': '" + status + "'}");
        assertThat(ladder.standsAt(number)).containsExactly("collectThroughAgency", "handleRejection");
        ladder.complete(number, "handleRejection", Map.of("rejectionOutcome", "TRY_AGAIN"));
        assertThat(ladder.standsAt(number)).containsExactly("collectThroughAgency", "waitForAgency");
        assertThat(states()).containsExactly(HandoverState.valueOf(status), HandoverState.OUT);
        answer("{'status': 'PAID'}");
        ladder.assertClosed(number, ClosingReason.SETTLED_BY_AGENCY);
    }

    @Test
    void decidesAnewAboutAClaimThatCameBackAndIsKept() {
        answer("{'status': 'REJECTED'}");
        ladder.complete(number, "handleRejection", Map.of("rejectionOutcome", "KEEP"));
        assertThat(ladder.ends(number)).containsExactly("keptInHouse");
        assertThat(ladder.standsAt(number)).containsExactly("decideHandOver");
        ladder.complete(number, "decideHandOver", Map.of("handOverDecision", "KEEP"));
        ladder.goUntil(number, "decideHandOver");
        assertThat(ladder.house.today()).isEqualTo("2026-05-20");
        ladder.complete(number, "decideHandOver", Map.of("handOverDecision", "HAND_OVER"));
        ladder.approveHandOver(number);
        assertThat(states()).containsExactly(HandoverState.REJECTED, HandoverState.OUT);
    }

    @Test
    void writesOffAClaimThatCameBack() {
        answer("{'status': 'REJECTED'}");
        ladder.complete(number, "handleRejection", Map.of("rejectionOutcome", "WRITE_OFF"));
        ladder.assertClosed(number, ClosingReason.WRITTEN_OFF);
        assertThat(ladder.ends(number)).containsExactly("writtenOff", "agencyDone");
        assertNoLetterFollows();
    }

    @Test
    void decidesAnewAboutAClaimThatIsTakenBack() {
        handovers.withdraw(number, "The debtor has called us");
        ladder.house.settle();
        assertThat(ladder.standsAt(number)).containsExactly("decideHandOver");
        assertThat(ladder.ends(number)).containsExactly("withdrawn");
        assertThat(states()).containsExactly(HandoverState.WITHDRAWN);
        ladder.complete(number, "decideHandOver", Map.of("handOverDecision", "WRITE_OFF"));
        ladder.assertClosed(number, ClosingReason.WRITTEN_OFF);
    }

    @Test
    void takesBackAClaimThatComesBackFromTheAgencyAndIsSentAgain() {
        answer("{'status': 'REJECTED'}");
        ladder.complete(number, "handleRejection", Map.of("rejectionOutcome", "TRY_AGAIN"));
        handovers.withdraw(number, "The debtor has called us");
        ladder.house.settle();
        assertThat(states()).containsExactly(HandoverState.REJECTED, HandoverState.WITHDRAWN);
        assertThat(ladder.standsAt(number)).containsExactly("decideHandOver");
    }

    @Test
    void hearsTheAgencyOnlyWhenTheHoldIsOver() {
        cases.hold(number, "The debtor is in hospital", null);
        answer("{'status': 'REJECTED'}");
        assertThat(ladder.standsAt(number)).containsExactly("collectThroughAgency", "waitForAgency");
        cases.resume(number);
        ladder.house.settle();
        assertThat(ladder.standsAt(number)).containsExactly("collectThroughAgency", "handleRejection");
    }

    private void assertNoLetterFollows() {
        int before = ladder.letters(number).size();
        ladder.house.goTo("2026-09-30");
        assertThat(ladder.letters(number)).hasSize(before);
    }

    private List<HandoverState> states() {
        return handovers.of(number).stream().map(Handover::state).toList();
    }

    private void answer(String body) {
        List<Handover> all = handovers.of(number);
        try {
            agency.take(all.get(all.size() - 1).id(), json.readTree(body.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(body, e);
        }
        ladder.house.settle();
    }
}
