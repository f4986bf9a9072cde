package no.forfall.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import no.forfall.cases.Cases;
import no.forfall.correspondence.Letter;
import no.forfall.correspondence.LetterType;
import no.forfall.disputes.DisputeOpen;
import no.forfall.disputes.DisputeReason;
import no.forfall.disputes.Disputes;
import no.forfall.disputes.NothingDecided;
import no.forfall.engine.CaseBook;
import no.forfall.outbox.Outbox;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** 400 of 1 000 kroner are disputed on 7 April 2026, after the reminder with fee; the other 600 are not. */
@ProcessTest
class PartDisputedTest {

    @Autowired
    Ladder ladder;

    @Autowired
    Disputes disputes;

    @Autowired
    Cases cases;

    @Autowired
    CaseBook caseBook;

    @Autowired
    Outbox outbox;

    @Autowired
    MockMvc http;

    CaseNumber number;

    @BeforeEach
    void fourHundredAreDisputed() {
        ladder.house.itIs("2026-03-17");
        number = ladder.invoice(Country.NO, "2026-03-16");
        ladder.house.goTo("2026-04-07");
        assertThat(ladder.balance(number).fee()).hasToString("NOK 38.00");
        disputes.raise(number, DisputeReason.WRONG_AMOUNT, Money.parse("NOK 400"), "Two hours too many", "kari");
        ladder.house.settle();
    }

    @Test
    void asksForTheRestAloneWithoutAnyFee() {
        assertThat(ladder.state(number)).isEqualTo("OPEN");
        assertThat(ladder.standsAt(number)).containsExactly("waitForReminderDeadline", "assessDispute");
        assertThat(ladder.lastLetter(number).type()).isEqualTo(LetterType.DISPUTE_RECEIVED);
        ladder.goUntil(number, "waitForNoticeDeadline");
        Letter notice = ladder.lastDemand(number);
        assertThat(notice.type()).isEqualTo(LetterType.COLLECTION_NOTICE);
        assertThat(notice.dated()).isEqualTo("2026-04-16");
        assertThat(notice.principal()).hasToString("NOK 600.00");
        assertThat(notice.fee().isZero()).isTrue();
        assertThat(notice.compensation().isZero()).isTrue();
        // 600 kroner, 31 days from 17 March, 12 %
        assertThat(notice.interest()).hasToString("NOK 6.12");
        assertThat(ladder.journal(number)).contains("LeftWithoutFee");
    }

    @Test
    void showsWhatIsToBePaidNowAndTheDisputedPartBesideIt() throws Exception {
        ladder.goUntil(number, "waitForNoticeDeadline");
        assertThat(page())
                .containsSubsequence(
                        "To pay today, without what is disputed 606.12",
                        "Late interest on it that the next notice asks for 6.12",
                        "Disputed, not asked for now 400.00",
                        "Late interest on the disputed part, not asked for now 4.07",
                        "Fees and other additions, not asked for now 38.00")
                .contains("31 days × 12.00 % of 600.00 = 6.12", "Interest through 16 April 2026 NOK 6.12")
                .doesNotContain("of 1,000.00 =");
        decide(Map.of("outcome", "REJECTED", "comment", "The hours were ordered"));
        assertThat(page()).contains("To pay today 1,044.12").doesNotContain("not asked for now");
    }

    private String page() throws Exception {
        return http.perform(get("/cases/" + number)
                        .param("lang", "en")
                        .with(user("kari").roles("HANDLER")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8)
                .replaceAll("<[^>]*>|&nbsp;", " ")
                .replaceAll("[\\s\u00a0\u202f]+", " ");
    }

    @Test
    void doesNotHandOverWhileAPartIsDisputed() {
        ladder.goUntil(number, "decideHandOver");
        ladder.complete(number, "decideHandOver", Map.of("handOverDecision", "HAND_OVER"));
        assertThat(ladder.standsAt(number)).contains("handOver");
        assertThat(outbox.standing(number)).singleElement().satisfies(standing -> assertThat(standing.toString())
                .contains("NO-R19"));
    }

    @Test
    void creditsThePartAndChargesNothingAnyMoreWhenTheDebtorIsRight() {
        ladder.goUntil(number, "waitForNoticeDeadline");
        decide(Map.of("outcome", "UPHELD", "comment", "Two hours too many"));
        assertThat(ladder.ends(number)).containsExactly("claimCredited");
        assertThat(ladder.lastLetter(number).type()).isEqualTo(LetterType.DISPUTE_DECIDED);
        assertThat(ladder.state(number)).isEqualTo("OPEN");
        assertThat(ladder.balance(number).principal()).hasToString("NOK 600.00");
        assertThat(ladder.balance(number).fee().isZero()).isTrue();
        // what the notice asked for on the rest stays
        assertThat(ladder.balance(number).interest()).hasToString("NOK 6.12");
        assertThat(caseBook.facts(number).chargesBarred()).isTrue();
    }

    @Test
    void bearsNoFeeOnLaterLettersButInterestWhenTheDebtorWasRight() {
        decide(Map.of("outcome", "UPHELD", "comment", "Two hours too many"));
        ladder.goUntil(number, "waitForNoticeDeadline");
        Letter notice = ladder.lastDemand(number);
        assertThat(notice.type()).isEqualTo(LetterType.COLLECTION_NOTICE);
        assertThat(notice.principal()).hasToString("NOK 600.00");
        assertThat(notice.fee().isZero()).isTrue();
        assertThat(notice.interest()).hasToString("NOK 6.12");
    }

    @Test
    void asksForAllOfItAgainWhenTheObjectionIsRejected() {
        decide(Map.of("outcome", "REJECTED", "comment", "The hours were ordered"));
        assertThat(ladder.ends(number)).containsExactly("claimStands");
        ladder.goUntil(number, "waitForNoticeDeadline");
        Letter notice = ladder.lastDemand(number);
        assertThat(notice.principal()).hasToString("NOK 1000.00");
        assertThat(notice.newFee()).hasToString("NOK 38.00");
        assertThat(notice.fee()).hasToString("NOK 76.00");
        assertThat(notice.interest()).hasToString("NOK 10.19");
    }

    @Test
    void standsStillWhenNothingButTheDisputedPartIsLeft() {
        ladder.pays(number, "NOK 599.00");
        assertThat(ladder.state(number)).isEqualTo("OPEN");
        ladder.pays(number, "NOK 1.00");
        assertThat(ladder.state(number)).isEqualTo("HELD");
        decide(Map.of("outcome", "REJECTED", "comment", "The hours were ordered"));
        assertThat(ladder.state(number)).isEqualTo("OPEN");
    }

    @Test
    void endsWhenAllIsPaidAfterAll() {
        ladder.pays(number, "NOK 5000.00");
        assertThat(ladder.state(number)).isEqualTo("PAID");
        assertThat(ladder.standsAt(number)).isEmpty();
    }

    @Test
    void asksForTheRestInSwedenToo() {
        ladder.house.itIs("2026-03-17");
        CaseNumber swedish = ladder.invoice(Country.SE, "2026-03-16");
        ladder.goUntil(swedish, "waitForReminderDeadlineSweden");
        disputes.raise(swedish, DisputeReason.FAULTY, Money.parse("SEK 400"), "", "kari");
        ladder.goUntil(swedish, "decideHandOver");
        Letter last = ladder.lastDemand(swedish);
        assertThat(last.principal()).hasToString("SEK 600.00");
        assertThat(last.fee().isZero()).isTrue();
        assertThat(caseBook.facts(swedish).disputedPart()).isEqualTo(Money.parse("SEK 400"));
        ladder.complete(swedish, "decideHandOver", Map.of("handOverDecision", "HAND_OVER"));
        assertThat(outbox.standing(swedish)).singleElement().satisfies(standing -> assertThat(standing.toString())
                .contains("SE-R8"));
    }

    @Test
    void takesADecidedObjectionUpAgainAndAsksForNoFeeThatCameMeanwhile() {
        decide(Map.of("outcome", "REJECTED", "comment", "The hours were ordered"));
        ladder.goUntil(number, "waitForNoticeDeadline");
        assertThat(ladder.balance(number).fee()).hasToString("NOK 76.00");
        disputes.reopen(number, Money.parse("NOK 250"), "The time sheet says six hours", "kari");
        ladder.house.settle();
        assertThat(ladder.state(number)).isEqualTo("OPEN");
        assertThat(caseBook.facts(number).disputedPart()).isEqualTo(Money.parse("NOK 250"));
        assertThat(disputes.of(number)).hasSize(2).last().satisfies(again -> assertThat(again.reopens())
                .isEqualTo(disputes.of(number).get(0).id()));
        decide(Map.of("outcome", "PARTLY", "creditAmount", 100, "comment", "Two of five hours"));
        assertThat(ladder.balance(number).principal()).hasToString("NOK 900.00");
        assertThat(ladder.balance(number).fee().isZero()).isTrue();
        assertThat(caseBook.facts(number).chargesBarred()).isTrue();
    }

    @Test
    void takesNothingUpAgainThatIsNotDecided() {
        assertThatThrownBy(() -> disputes.reopen(number, null, "New", "kari")).isInstanceOf(DisputeOpen.class);
        CaseNumber other = ladder.invoice(Country.NO, "2026-05-16");
        assertThatThrownBy(() -> disputes.reopen(other, null, "New", "kari")).isInstanceOf(NothingDecided.class);
    }

    @ParameterizedTest
    @EnumSource(DisputeReason.class)
    void givesEveryReasonItsOwnTimeToAnswer(DisputeReason reason) {
        ladder.house.itIs("2026-03-17");
        CaseNumber other = ladder.invoice(Country.NO, "2026-03-16");
        disputes.raise(other, reason, Money.parse("NOK 100"), "", "kari");
        String due = List.of(DisputeReason.ALREADY_PAID, DisputeReason.NOT_MINE).contains(reason)
                ? "2026-03-20"
                : "2026-03-24";
        assertThat(Ladder.day(ladder.task(other, "assessDispute").due())).isEqualTo(due);
    }

    private void decide(Map<String, Object> values) {
        ladder.complete(number, "assessDispute", values);
    }
}
