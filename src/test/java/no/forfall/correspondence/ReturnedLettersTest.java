package no.forfall.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import no.forfall.cases.CaseState;
import no.forfall.cases.ClosingReason;
import no.forfall.cases.EvidenceContributor;
import no.forfall.engine.CaseBook;
import no.forfall.law.SentLetter;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.LedgerLine;
import no.forfall.receivables.LineKind;
import no.forfall.receivables.Part;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a letter did is undone when it turns out not to have arrived. */
class ReturnedLettersTest extends LetterTestCase {

    private static final String REASON = "5.1.1 (bad destination mailbox address)";

    @Autowired
    ReturnedLetters returned;

    @Autowired
    LetterVerification verification;

    @Autowired
    CaseBook caseBook;

    @Autowired
    List<EvidenceContributor> evidence;

    private Invoice invoice;
    private CaseNumber number;
    private Letter reminder;

    @BeforeEach
    void aReminderHasLeft() {
        house.itIs("2026-04-20");
        invoice = invoice(Country.NO, "2026-03-16", false);
        number = caseOf(invoice);
        reminder = mailed(invoice, LetterType.FEE_REMINDER);
        assertThat(SERVER.received()).hasSize(1);
    }

    private void comesBack(Letter letter) {
        assertThat(returned.tell(letter.id(), LetterReturn.Way.BOUNCED, REASON, "kari"))
                .isTrue();
    }

    @Test
    void countsForTheLawNoMore() {
        assertThat(caseBook.facts(number).letters()).hasSize(1);
        comesBack(reminder);
        assertThat(caseBook.facts(number).letters()).isEmpty();
        assertThat(evidence).flatExtracting(room -> room.letters(number)).isEmpty();
        Letter kept = letters.find(reminder.id()).orElseThrow();
        assertThat(kept.state()).isEqualTo(LetterState.SENT);
        assertThat(kept.counts()).isFalse();
        assertThat(kept.returned())
                .extracting(LetterReturn::way, LetterReturn::reason, LetterReturn::toldBy)
                .containsExactly(LetterReturn.Way.BOUNCED, REASON, "kari");
    }

    @Test
    void whatWasOpenWhenTheCaseEndedDoesNotHoldItWhenItIsOpenedAgain() {
        comesBack(reminder);
        transaction.executeWithoutResult(status -> cases.close(number, ClosingReason.PAID));
        transaction.executeWithoutResult(status -> cases.reopen(number));
        transaction.executeWithoutResult(status -> cases.hold(number, "OTHER", null));
        transaction.executeWithoutResult(status -> cases.resume(number));
        assertThat(cases.get(number).state()).isEqualTo(CaseState.OPEN);
    }

    @Test
    void leavesTheSealOfTheLetterWhole() {
        String seal = letters.proofs(number).get(0).seal();
        comesBack(reminder);
        assertThat(verification.of(number).isWhole()).isTrue();
        assertThat(letters.proofs(number)).extracting(Letters.Proof::seal).containsExactly(seal);
    }

    @Test
    void takesBackItsFeeAndInterestWithTheReasonSoThatTheyMayBeChargedAnew() {
        Money interest = reminder.newInterest();
        assertThat(interest.isPositive()).isTrue();
        comesBack(reminder);
        assertThat(balance(invoice).fee().isZero()).isTrue();
        assertThat(balance(invoice).interest().isZero()).isTrue();
        assertThat(balance(invoice).accruedInterest()).isEqualTo(interest);
        assertThat(receivables.ledger(invoice.id()))
                .filteredOn(line -> line.kind() == LineKind.RETURNED)
                .allSatisfy(line -> assertThat(line.reason()).isEqualTo(REASON))
                .extracting(LedgerLine::part)
                .containsExactlyInAnyOrder(Part.FEE, Part.INTEREST);

        transaction.execute(status -> returned.settle(number));
        Letter again = mailed(invoice, LetterType.FEE_REMINDER);
        assertThat(again.newFee()).isEqualTo(Money.parse("NOK 38.00"));
        assertThat(again.newInterest()).isEqualTo(interest);
        assertThat(again.deadline()).isEqualTo(reminder.deadline());
    }

    @Test
    void leavesWhatOtherLettersCharged() {
        house.itIs("2026-05-20");
        Letter notice = mailed(invoice, LetterType.COLLECTION_NOTICE);
        assertThat(balance(invoice).fee()).isEqualTo(Money.parse("NOK 76.00"));
        comesBack(notice);
        assertThat(balance(invoice).fee()).isEqualTo(Money.parse("NOK 38.00"));
        assertThat(balance(invoice).interest()).isEqualTo(reminder.newInterest());
        assertThat(balance(invoice).accruedInterest()).isEqualTo(notice.newInterest());
        assertThat(caseBook.facts(number).letters())
                .extracting(SentLetter::sentOn)
                .containsExactly(reminder.dated());
    }

    @Test
    void leavesWhatWasPaidAndEndsTheCaseWhenNothingElseIsOwed() {
        Money paid = Money.parse("NOK 12520.00").plus(reminder.newInterest());
        receivables.pay(invoice.id(), paid, house.today(), "payment:" + UUID.randomUUID());
        assertThat(balance(invoice).fee()).isEqualTo(Money.parse("NOK 18.00"));
        comesBack(reminder);
        assertThat(balance(invoice).toPay().isZero()).isTrue();
        assertThat(receivables.reckoning(invoice.id()).toRefund().isZero()).isTrue();
        assertThat(cases.get(number).closingReason()).isEqualTo(ClosingReason.WAIVED);
        assertThat(receivables.ledger(invoice.id()))
                .filteredOn(line -> line.part() == Part.FEE)
                .extracting(line -> line.kind() + " " + line.amount())
                .containsExactlyInAnyOrder("CHARGE NOK 38.00", "PAYMENT NOK 20.00", "RETURNED NOK 18.00");
    }

    @Test
    void knowsOnlyLettersThatHaveLeft() {
        assertThatThrownBy(() -> returned.tell(UUID.randomUUID(), LetterReturn.Way.BOUNCED, REASON, "kari"))
                .isInstanceOf(NoSuchElementException.class);
        jdbc.sql("update app.letter set state = 'PREPARED' where id = ?")
                .param(reminder.id())
                .update();
        assertThatThrownBy(() -> returned.tell(reminder.id(), LetterReturn.Way.BOUNCED, REASON, "kari"))
                .isInstanceOf(LetterNotSent.class);
    }
}
