package no.forfall.law;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One step, one case, one date: what the rules are asked about, in the words they need. */
record Question(LegalStep step, CaseFacts facts, LocalDate on, Rates rates, Readings readings) {

    /** A payment ordered on the last day reaches the creditor's bank data a day later. */
    private static final int GRACE_DAYS = 1;

    boolean isFeePossible() {
        return step.mayBearFee();
    }

    LocalDate due() {
        return readings.effectiveDueDate(facts.dueDate());
    }

    /** Whether the standard compensation for this claim has been charged. */
    boolean isCompensated() {
        return letters().stream().anyMatch(letter -> letter.step() == LegalStep.COMPENSATION);
    }

    /** Whether a plan of instalments has been charged for on this claim. */
    boolean isPlanCharged() {
        return letters().stream().anyMatch(letter -> letter.step() == LegalStep.PLAN);
    }

    boolean isAfterDue() {
        return on.isAfter(due());
    }

    boolean isNothingOwed() {
        return !facts.principalOpen().isPositive();
    }

    /** The letters sent up to the date in question, so that a case can be asked about its past. */
    List<SentLetter> letters() {
        return facts.letters().stream()
                .filter(letter -> !letter.sentOn().isAfter(on))
                .toList();
    }

    /** The latest deadline that any letter has given. */
    Optional<LocalDate> latestDeadline() {
        return letters().stream()
                .map(SentLetter::deadline)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }

    /** The first day on which that deadline, its grace included, has passed. */
    static LocalDate firstDayAfter(LocalDate deadline) {
        return deadline.plusDays(GRACE_DAYS + 1L);
    }

    /** The latest notice that was sent after the due date and gave the least number of days to pay. */
    Optional<SentLetter> latestNotice(int leastDays) {
        return letters().stream()
                .filter(letter -> letter.step() == LegalStep.NOTICE)
                .filter(letter -> letter.sentOn().isAfter(due()) && letter.gaveAtLeast(leastDays))
                .reduce((earlier, later) -> later);
    }

    /** Whether the letter in question would state fewer days to pay than the law asks. */
    boolean asksFewerDaysThan(int leastDays) {
        return facts.requestedDeadlineDays() > 0 && facts.requestedDeadlineDays() < leastDays;
    }
}
