package no.forfall.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import no.forfall.cases.Cases;
import no.forfall.cases.Token;
import no.forfall.cases.Tokens;
import no.forfall.correspondence.Channel;
import no.forfall.correspondence.Letter;
import no.forfall.correspondence.LetterReturn;
import no.forfall.correspondence.LetterType;
import no.forfall.correspondence.ReturnedLetters;
import no.forfall.disputes.Decision;
import no.forfall.disputes.DisputeReason;
import no.forfall.disputes.DisputeState;
import no.forfall.disputes.Disputes;
import no.forfall.engine.InvalidForm;
import no.forfall.receivables.Debtor;
import no.forfall.receivables.Receivables;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The reminder with fee of 30 March comes back on 7 April, and a person sees to it ten days later. */
@ProcessTest
class ReturnedLetterTest {

    private static final String POST = "Fjell AS, Dalen 2, 5003 Bergen";

    @Autowired
    Ladder ladder;

    @Autowired
    ReturnedLetters returned;

    @Autowired
    Disputes disputes;

    @Autowired
    Cases cases;

    @Autowired
    Tokens tokens;

    @Autowired
    Receivables receivables;

    @Autowired
    TransactionTemplate transaction;

    CaseNumber number;
    Letter reminder;

    @BeforeEach
    void theReminderWithFeeComesBack() {
        ladder.house.itIs("2026-03-17");
        number = ladder.invoice(Country.NO, "2026-03-16");
        ladder.house.goTo("2026-04-07");
        reminder = ladder.lastLetter(number);
        assertThat(reminder.type()).isEqualTo(LetterType.FEE_REMINDER);
        assertThat(reminder.dated()).isEqualTo("2026-03-30");
        assertThat(ladder.balance(number).fee()).hasToString("NOK 38.00");
        assertThat(tell(reminder)).isTrue();
    }

    private boolean tell(Letter letter) {
        return returned.tell(letter.id(), LetterReturn.Way.BOUNCED, "5.1.1 no such user", "kari");
    }

    @Test
    void holdsTheCaseAndAsksAHandlerWithinFiveBankingDays() {
        assertThat(ladder.state(number)).isEqualTo("HELD");
        assertThat(cases.get(number).holdReason()).isEqualTo("LETTER_RETURNED");
        assertThat(Ladder.day(ladder.task(number, "fixContactData").due())).isEqualTo("2026-04-14");
        assertThat(ladder.balance(number).fee().isZero()).isTrue();
        assertThat(ladder.letters(number)).extracting(Letter::counts).containsExactly(true, false);
        ladder.house.goTo("2026-06-30");
        assertThat(ladder.standsAt(number)).containsExactly("waitForReminderDeadline", "fixContactData");
        assertThat(ladder.lastLetter(number).id()).isEqualTo(reminder.id());
        assertThat(ladder.journal(number)).containsOnlyOnce("LetterReturned");
    }

    @Test
    void sendsTheLetterAgainToTheNewAddressAndCountsTheWaitFromIt() {
        ladder.house.goTo("2026-04-17");
        found("ny@fjell.example");
        Letter again = ladder.lastLetter(number);
        assertThat(again.type()).isEqualTo(LetterType.FEE_REMINDER);
        assertThat(again.id()).isNotEqualTo(reminder.id());
        assertThat(again.recipient()).isEqualTo("ny@fjell.example");
        assertThat(again.newFee()).hasToString("NOK 38.00");
        assertThat(again.newInterest().isGreaterThan(reminder.newInterest())).isTrue();
        assertThat(again.dated()).isEqualTo("2026-04-17");
        assertThat(again.deadline()).isEqualTo("2026-05-04");
        assertThat(ladder.balance(number).fee()).hasToString("NOK 38.00");
        assertThat(ladder.state(number)).isEqualTo("OPEN");
        assertThat(ladder.standsAt(number)).containsExactly("waitForReminderDeadline");
        assertThat(ladder.ends(number)).containsExactly("sentAgain");
        assertThat(ladder.journal(number)).contains("ContactDataChanged");
        assertThat(waitsUntil()).isEqualTo("2026-05-07");

        ladder.goUntil(number, "waitForNoticeDeadline");
        Letter notice = ladder.lastLetter(number);
        assertThat(notice.type()).isEqualTo(LetterType.COLLECTION_NOTICE);
        assertThat(notice.dated()).isEqualTo("2026-05-07");
        assertThat(notice.recipient()).isEqualTo("ny@fjell.example");
    }

    private LocalDate waitsUntil() {
        return tokens.of(number).stream()
                .map(Token::until)
                .map(Ladder::day)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void goesOnPaperWhenOnlyThePostalAddressIsKnown() {
        found("");
        Letter again = ladder.lastLetter(number);
        assertThat(again.channel()).isEqualTo(Channel.PRINT);
        assertThat(again.recipient()).isEqualTo(POST);
        assertThat(debtor().email()).isNull();
    }

    @Test
    void offersWhatIsKnownButNotTheWayThatFailed() {
        ladder.answer(number, "fixContactData", Map.of("outcome", "FOUND"));
        assertThat(debtor().email()).isNull();
        assertThat(debtor().address().street()).isEqualTo("Dalen 2");
    }

    private Debtor debtor() {
        return transaction.execute(status -> {
            Debtor debtor = receivables.invoice(cases.get(number).invoiceId()).debtor();
            debtor.email();
            return debtor;
        });
    }

    @Test
    void takesNoContactDataByWhichNoLetterCanBeSent() {
        assertFault(Map.of("outcome", "FOUND", "email", "not an address"), "email");
        assertFault(Map.of("outcome", "FOUND", "street", "", "email", ""), "street");
        assertFault(Map.of("outcome", "FOUND", "street", "", "postalCode", "", "city", ""), "email");
        assertThat(ladder.standsAt(number)).contains("fixContactData");
        assertThat(debtor().email()).isEqualTo("post@fjell.example");
    }

    private void assertFault(Map<String, Object> values, String field) {
        assertThatThrownBy(() -> ladder.complete(number, "fixContactData", values))
                .isInstanceOfSatisfying(InvalidForm.class, refused -> assertThat(refused.faults())
                        .containsKey(field));
    }

    @Test
    void staysHeldWhenTheDebtorCannotBeFound() {
        ladder.complete(number, "fixContactData", Map.of("outcome", "NOT_FOUND"));
        assertThat(ladder.ends(number)).containsExactly("debtorNotFound");
        assertThat(ladder.state(number)).isEqualTo("HELD");
        assertThat(cases.get(number).holdReason()).isEqualTo("DEBTOR_NOT_FOUND");
        ladder.house.goTo("2026-06-30");
        assertThat(ladder.standsAt(number)).containsExactly("waitForReminderDeadline");
        cases.resume(number);
        assertThat(ladder.state(number)).isEqualTo("OPEN");
    }

    @Test
    void changesNothingWhenItIsToldTwice() {
        assertThat(tell(reminder)).isFalse();
        assertThat(ladder.journal(number)).containsOnlyOnce("LetterReturned");
        assertThat(ladder.standsAt(number)).containsExactly("waitForReminderDeadline", "fixContactData");
        found("ny@fjell.example");
        assertThat(tell(reminder)).isFalse();
        assertThat(ladder.state(number)).isEqualTo("OPEN");
        assertThat(ladder.balance(number).fee()).hasToString("NOK 38.00");
    }

    @Test
    void joinsAnotherLetterThatComesBackMeanwhile() {
        Letter friendly = ladder.letters(number).get(0);
        assertThat(tell(friendly)).isTrue();
        assertThat(ladder.standsAt(number)).containsExactly("waitForReminderDeadline", "fixContactData");
        found("ny@fjell.example");
        assertThat(ladder.letterTypes(number))
                .containsExactly(LetterType.FRIENDLY_REMINDER, LetterType.FEE_REMINDER, LetterType.FEE_REMINDER);
        assertThat(ladder.ends(number)).containsExactly("sentAgain");
    }

    @Test
    void sendsNothingAgainWhenALaterLetterArrived() {
        found("ny@fjell.example");
        tell(ladder.letters(number).get(0));
        assertThat(ladder.state(number)).isEqualTo("HELD");
        found("ny@fjell.example");
        assertThat(ladder.ends(number)).containsExactly("sentAgain", "laterLetterArrived");
        assertThat(ladder.state(number)).isEqualTo("OPEN");
        assertThat(ladder.letters(number)).hasSize(3);
    }

    @Test
    void waitsForThePersonAlsoWhenAnotherHoldEnds() {
        cases.resume(number);
        assertThat(cases.get(number).holdReason()).isEqualTo("LETTER_RETURNED");
        found("ny@fjell.example");
        Letter again = ladder.lastLetter(number);
        disputes.raise(number, DisputeReason.FAULTY, "It leaks", "kari");
        tell(again);
        assertThat(cases.get(number).holdReason()).isEqualTo("DISPUTE");
        disputes.decide(number, new Decision(DisputeState.REJECTED, null, null, "It does not"));
        assertThat(cases.get(number).holdReason()).isEqualTo("LETTER_RETURNED");
        assertThat(ladder.standsAt(number)).contains("fixContactData");
    }

    @Test
    void letsTheLawRefuseTheHandOverAfterANoticeThatDidNotArrive() {
        found("ny@fjell.example");
        ladder.goUntil(number, "decideHandOver");
        Letter notice = ladder.lastLetter(number);
        returned.tell(notice.id(), LetterReturn.Way.RETURNED_BY_POST, "Moved", "kari");
        found("sist@fjell.example");
        Letter again = ladder.lastLetter(number);
        assertThat(again.type()).isEqualTo(LetterType.COLLECTION_NOTICE);
        ladder.complete(number, "decideHandOver", Map.of("handOverDecision", "HAND_OVER"));
        assertThat(ladder.standsAt(number)).contains("handOver");
        ladder.house.goTo(again.deadline().toString());
        assertThat(ladder.standsAt(number)).contains("handOver");
        ladder.goUntil(number, "waitForAgency");
        assertThat(ladder.house.today()).isAfter(again.deadline());
    }

    private void found(String email) {
        ladder.complete(number, "fixContactData", Map.of("outcome", "FOUND", "email", email));
    }
}
