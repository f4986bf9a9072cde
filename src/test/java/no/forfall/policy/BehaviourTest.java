package no.forfall.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import no.forfall.law.LegalStep;
import no.forfall.law.SentLetter;
import org.junit.jupiter.api.Test;

class BehaviourTest {

    private static final LocalDate DUE = LocalDate.parse("2026-03-16");
    private static final LocalDate TODAY = LocalDate.parse("2026-09-01");

    @Test
    void countsEachPaidInvoiceByWhatItNeeded() {
        Behaviour behaviour = of(
                paid(DUE.plusDays(1)),
                paid(DUE.plusDays(2)),
                paid(DUE.plusDays(5), LegalStep.CONTACT),
                paid(DUE.plusDays(20), LegalStep.CONTACT, LegalStep.REMINDER),
                paid(DUE.plusDays(40), LegalStep.CONTACT, LegalStep.REMINDER, LegalStep.NOTICE));
        assertThat(behaviour.inTime()).isEqualTo(1);
        assertThat(of(new PastInvoice(DUE, DUE.plusDays(5), false, true)).afterSecond())
                .isEqualTo(1);
        assertThat(behaviour.afterFirst()).isEqualTo(2);
        assertThat(behaviour.afterSecond()).isEqualTo(1);
        assertThat(behaviour.forced()).isEqualTo(1);
        assertThat(behaviour.known()).isEqualTo(5);
        assertThat(behaviour.facts()).containsEntry("easyShare", 60).containsEntry("forcedShare", 20);
    }

    @Test
    void doesNotCountALetterThatCrossedThePayment() {
        PastInvoice crossed = new PastInvoice(DUE, DUE.plusDays(5), false, false);
        crossed.letters(List.of(new SentLetter(LegalStep.REMINDER, DUE.plusDays(5), DUE.plusDays(20), true)));
        assertThat(of(crossed).afterFirst()).isEqualTo(1);
    }

    @Test
    void countsAnOpenInvoiceAsForcedOnceAnAgencyHasIt() {
        PastInvoice open = new PastInvoice(DUE, null, true, false);
        assertThat(of(open).forced()).isZero();
        assertThat(of(open).openOverdue()).isEqualTo(1);
        open.handedOver();
        assertThat(of(open).forced()).isEqualTo(1);
        assertThat(of(new PastInvoice(TODAY, null, true, false)).openOverdue()).isZero();
    }

    @Test
    void neverCountsAgainstADebtorWhatItWasOrMayBeRightAbout() {
        PastInvoice right = paid(DUE.plusDays(40), LegalStep.NOTICE);
        right.promises(0, 2);
        right.disputeRejected();
        right.disputeUpheld();
        PastInvoice undecided = new PastInvoice(DUE, null, true, true);
        undecided.handedOver();
        undecided.disputed();
        assertThat(of(right, undecided)).isEqualTo(new Behaviour(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, false));
    }

    @Test
    void addsUpPromisesDaysAndObjections() {
        PastInvoice one = new PastInvoice(DUE, null, true, true);
        one.promises(1, 2);
        one.granted(10);
        PastInvoice other = paid(DUE);
        other.promises(1, 0);
        other.granted(4);
        other.disputeRejected();
        Behaviour behaviour = of(one, other);
        assertThat(behaviour).isEqualTo(new Behaviour(1, 0, 0, 0, 1, 1, 2, 2, 14, 1, 0, false));
        assertThat(behaviour.facts()).containsEntry("brokenShare", 50).containsEntry("daysGranted", 14);
    }

    @Test
    void sparesADebtorOfWhomOneInvoiceSaysSo() {
        PastInvoice spared = paid(DUE);
        spared.spare();
        assertThat(of(paid(DUE), spared).spared()).isTrue();
        assertThat(of(paid(DUE)).spared()).isFalse();
    }

    private static Behaviour of(PastInvoice... past) {
        return Behaviour.of(List.of(past), TODAY);
    }

    private static PastInvoice paid(LocalDate on, LegalStep... after) {
        PastInvoice paid = new PastInvoice(DUE, on, false, false);
        paid.letters(Stream.of(after)
                .map(step -> new SentLetter(step, on.minusDays(1), null, false))
                .toList());
        return paid;
    }
}
