package no.forfall.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import no.forfall.ForfallTest;
import no.forfall.outbox.EffectState;
import no.forfall.outbox.Outbox;
import no.forfall.outbox.QueuedEffect;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.MovableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ForfallTest
@Import({Claims.class, NoticesSent.class})
class AgencyOverHttpTest {

    static final TestAgency AGENCY = TestAgency.start();

    @DynamicPropertySource
    static void agency(DynamicPropertyRegistry properties) {
        properties.add("forfall.agency.url", AGENCY::url);
        properties.add("forfall.agency.authorization", () -> "Bearer secret");
        properties.add("forfall.agency.timeout", () -> "PT1S");
    }

    @AfterAll
    static void stop() {
        AGENCY.stop();
    }

    @Autowired
    Claims claims;

    @Autowired
    Handovers handovers;

    @Autowired
    Outbox outbox;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void agencyIsWell() {
        AGENCY.will(TestAgency.Mood.TAKE);
    }

    @Test
    void postsThePackageUnderItsKey() {
        CaseNumber number = claims.sent();
        outbox.runDue();
        Handover handover = handovers.of(number).get(0);
        assertThat(handover.state()).isEqualTo(HandoverState.OUT);
        assertThat(AGENCY.posts(handover.id())).isEqualTo(1);
        assertThat(AGENCY.body(handover.id())).contains(number.value());
        assertThat(AGENCY.authorization()).isEqualTo("Bearer secret");
    }

    @Test
    void postsAgainUnderTheSameKeyWhenTheAgencyTakesItButDoesNotAnswer() {
        AGENCY.will(TestAgency.Mood.TAKE_AND_HANG);
        CaseNumber number = claims.sent();
        outbox.runDue();
        UUID key = key(number);
        assertThat(outbox.find(key).orElseThrow().state()).isEqualTo(EffectState.QUEUED);
        AGENCY.will(TestAgency.Mood.TAKE);
        later();
        assertThat(handovers.of(number)).extracting(Handover::state).containsExactly(HandoverState.OUT);
        assertThat(AGENCY.posts(key)).isEqualTo(2);
        assertThat(AGENCY.claimsOf(number)).isEqualTo(1);
    }

    @Test
    void postsAgainUnderTheSameKeyWhenTheApplicationDiedWhilePosting() {
        AGENCY.will(TestAgency.Mood.TAKE_AND_HANG);
        CaseNumber number = claims.sent();
        outbox.runDue();
        UUID key = key(number);
        // what a node leaves behind that dies after the agency has taken the package
        jdbc.sql("update app.outbox set state = 'SENDING', lease_until = now() - interval '1 minute' where key = ?")
                .param(key)
                .update();
        AGENCY.will(TestAgency.Mood.TAKE);
        later();
        assertThat(handovers.of(number)).extracting(Handover::state).containsExactly(HandoverState.OUT);
        assertThat(AGENCY.claimsOf(number)).isEqualTo(1);
    }

    @Test
    void tellsTheAgencyOfAPaymentBetweenTwoAttempts() {
        AGENCY.will(TestAgency.Mood.TAKE_AND_HANG);
        CaseNumber number = claims.sent();
        outbox.runDue();
        claims.pay(number, "NOK 400.00", "payment:between");
        AGENCY.will(TestAgency.Mood.TAKE);
        later();
        UUID handover = handovers.of(number).get(0).id();
        assertThat(AGENCY.reports(handover)).isNotEmpty().last().asString().contains("\"principal\":600.00");
    }

    @Test
    void keepsTheAgencysReasonWhenItRefuses() {
        AGENCY.will(TestAgency.Mood.REFUSE);
        CaseNumber number = claims.sent();
        outbox.runDue();
        QueuedEffect refused = outbox.find(key(number)).orElseThrow();
        assertThat(refused.state()).isEqualTo(EffectState.QUEUED);
        assertThat(refused.reason()).contains("422", "The debtor has no address");
        assertThat(handovers.of(number)).extracting(Handover::state).containsExactly(HandoverState.PREPARED);
    }

    @Test
    void takesAConflictForAKeyThatTheAgencyKnows() {
        AGENCY.will(TestAgency.Mood.TAKE_AND_FAIL);
        CaseNumber number = claims.sent();
        outbox.runDue();
        AGENCY.will(TestAgency.Mood.CONFLICT_WHEN_KNOWN);
        later();
        assertThat(handovers.of(number)).extracting(Handover::state).containsExactly(HandoverState.OUT);
        assertThat(AGENCY.claimsOf(number)).isEqualTo(1);
    }

    @Test
    void waitsWhenNobodyListens() throws IOException {
        AGENCY.stop();
        CaseNumber number = claims.sent();
        outbox.runDue();
        assertThat(outbox.find(key(number)).orElseThrow().reason()).contains("cannot be reached");
        AGENCY.startAgain();
        later();
        assertThat(handovers.of(number)).extracting(Handover::state).containsExactly(HandoverState.OUT);
    }

    private void later() {
        clock.moveTo(clock.instant().plus(Duration.ofHours(1)));
        outbox.runDue();
    }

    private UUID key(CaseNumber number) {
        return outbox.standing(number).get(0).effect().key();
    }
}
