package no.forfall.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import no.forfall.cases.Cases;
import no.forfall.cases.ClosingReason;
import no.forfall.correspondence.Letter;
import no.forfall.correspondence.LetterState;
import no.forfall.correspondence.LetterType;
import no.forfall.disputes.Dispute;
import no.forfall.disputes.DisputeReason;
import no.forfall.disputes.DisputeState;
import no.forfall.disputes.Disputes;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A claim that is disputed after the reminder with fee, and what each decision does to the ladder. */
@ProcessTest
class DisputedInvoiceTest {

    @Autowired
    Ladder ladder;

    @Autowired
    Disputes disputes;

    @Autowired
    Cases cases;

    CaseNumber number;

    @BeforeEach
    void theDebtorObjectsToTheReminderWithFee() {
        ladder.house.itIs("2026-03-17");
        number = ladder.invoice(Country.NO, "2026-03-16");
        ladder.house.goTo("2026-04-07");
        assertThat(ladder.standsAt(number)).containsExactly("waitForReminderDeadline");
        assertThat(ladder.balance(number).fee()).hasToString("NOK 38.00");
        disputes.raise(number, DisputeReason.FAULTY, "It leaks", "kari");
    }

    @Test
    void asksAHandlerWithinFiveBankingDaysAndWritesNothingMeanwhile() {
        var due = ladder.task(number, "assessDispute").due();
        assertThat(due).isNotNull();
        assertThat(LocalDate.ofInstant(due, ZoneId.of("Europe/Oslo"))).isEqualTo("2026-04-14");
        ladder.house.goTo("2026-06-30");
        assertThat(ladder.state(number)).isEqualTo("HELD");
        assertThat(ladder.standsAt(number)).containsExactly("waitForReminderDeadline", "assessDispute");
        assertThat(ladder.letterTypes(number)).endsWith(LetterType.FEE_REMINDER, LetterType.DISPUTE_RECEIVED);
        assertThat(ladder.lastDemand(number).type()).isEqualTo(LetterType.FEE_REMINDER);
    }

    @Test
    void closesTheCaseAsCreditedWhenTheDebtorIsRight() {
        decide(Map.of("outcome", "UPHELD", "comment", "It does leak"));
        ladder.assertClosed(number, ClosingReason.CREDITED);
        assertThat(ladder.ends(number)).contains("claimCredited");
        answered();
        assertThat(ladder.balance(number).toPay().isZero()).isTrue();
        ladder.house.goTo("2026-09-30");
        assertThat(ladder.lastDemand(number).type()).isEqualTo(LetterType.FEE_REMINDER);
    }

    @Test
    void asksForTheRestWithoutTheOldFeeWhenTheDebtorIsRightInPart() {
        decide(Map.of("outcome", "PARTLY", "creditAmount", 250, "comment", "One of four leaks"));
        assertThat(ladder.ends(number)).containsExactly("restStands");
        answered();
        assertThat(ladder.state(number)).isEqualTo("OPEN");
        assertThat(ladder.balance(number).principal()).hasToString("NOK 750.00");
        assertThat(ladder.balance(number).fee().isZero()).isTrue();
        ladder.goUntil(number, "waitForNoticeDeadline");
        Letter notice = ladder.lastDemand(number);
        assertThat(notice.type()).isEqualTo(LetterType.COLLECTION_NOTICE);
        assertThat(notice.principal()).hasToString("NOK 750.00");
        assertThat(notice.fee()).isEqualTo(notice.newFee());
    }

    @Test
    void goesOnWhereItStoodWhenTheClaimStands() {
        ladder.house.goTo("2026-04-17");
        decide(Map.of("outcome", "REJECTED", "comment", "It was the hose"));
        assertThat(ladder.ends(number)).containsExactly("claimStands");
        answered();
        assertThat(ladder.standsAt(number)).containsExactly("waitForReminderDeadline");
        assertThat(ladder.balance(number).fee()).hasToString("NOK 38.00");
        ladder.house.goTo("2026-04-24");
        assertThat(ladder.lastDemand(number).type()).isEqualTo(LetterType.FEE_REMINDER);
        ladder.goUntil(number, "waitForNoticeDeadline");
        // sixteen April is when the notice was due; ten days went by meanwhile
        assertThat(ladder.lastDemand(number).dated()).isEqualTo("2026-04-27");
    }

    @Test
    void lapsesWhenTheDebtorPaysAfterAll() {
        ladder.pays(number, "NOK 5000.00");
        ladder.assertClosed(number, ClosingReason.PAID);
        assertThat(disputes.of(number)).extracting(Dispute::state).containsExactly(DisputeState.LAPSED);
    }

    @Test
    void staysHeldAfterAPartPaymentUntilSomebodyDecides() {
        ladder.pays(number, "NOK 500.00");
        assertThat(ladder.state(number)).isEqualTo("HELD");
        assertThat(ladder.standsAt(number)).containsExactly("waitForReminderDeadline", "assessDispute");
    }

    private void decide(Map<String, Object> values) {
        ladder.complete(number, "assessDispute", values);
    }

    private void answered() {
        Letter answer = ladder.lastLetter(number);
        assertThat(answer.type()).isEqualTo(LetterType.DISPUTE_DECIDED);
        assertThat(answer.state()).isEqualTo(LetterState.SENT);
    }
}
