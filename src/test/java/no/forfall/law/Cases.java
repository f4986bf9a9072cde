package no.forfall.law;

import java.time.LocalDate;
import no.forfall.shared.Country;
import org.joda.money.Money;

/** The words of these tests. The usual case: 10 000.00 owed by a person. */
final class Cases {

    private Cases() {}

    static CaseFacts.Builder norwegianCaseDue(String date) {
        return CaseFacts.of(Country.NO, DebtorKind.PRIVATE, day(date), Money.parse("NOK 10000"));
    }

    static CaseFacts.Builder swedishCaseDue(String date) {
        return CaseFacts.of(Country.SE, DebtorKind.PRIVATE, day(date), Money.parse("SEK 10000"))
                .feeAgreed(true);
    }

    static SentLetter reminder(String sentOn, String deadline) {
        return new SentLetter(LegalStep.REMINDER, day(sentOn), day(deadline), false);
    }

    static SentLetter reminderWithFee(String sentOn, String deadline) {
        return new SentLetter(LegalStep.REMINDER, day(sentOn), day(deadline), true);
    }

    static SentLetter notice(String sentOn, String deadline) {
        return new SentLetter(LegalStep.NOTICE, day(sentOn), day(deadline), false);
    }

    static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    static Money money(String text) {
        return Money.parse(text);
    }
}
