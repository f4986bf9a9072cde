package no.forfall.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.forfall.shared.Country;

/**
 * A rule book with its dates. The date of the letter chooses the pack.
 *
 * @param from the first day on which the pack may be used
 * @param reviewedThrough the last day for which a person has checked that the pack is the law
 */
record RulePack(String id, Country country, LocalDate from, LocalDate reviewedThrough, String statute, RuleBook book) {

    boolean isReviewedFor(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(reviewedThrough);
    }

    /** Outside the reviewed dates nothing that rests on the pack is done; a free reminder may still go. */
    Optional<Objection> objectionTo(Question question) {
        if (isReviewedFor(question.on())) {
            return Optional.empty();
        }
        var rule = country + "-REVIEW";
        var why = new Reason(rule, statute, "law." + rule, List.of(from, reviewedThrough));
        var effect = question.step().isFormal() ? Objection.Effect.STOP : Objection.Effect.NO_FEE;
        return Optional.of(new Objection(why, effect, null));
    }
}
