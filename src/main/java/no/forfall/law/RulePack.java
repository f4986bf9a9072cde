package no.forfall.law;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.forfall.shared.Country;
import org.jspecify.annotations.Nullable;

/**
 * A rule book with its dates. The date of the letter chooses the pack.
 *
 * @param from the first day on which the pack may be used; null while the law's date of force is not known
 * @param reviewedThrough the last day for which a person has checked that the pack is the law
 */
record RulePack(
        String id,
        Country country,
        @Nullable LocalDate from,
        LocalDate reviewedThrough,
        String statute,
        RuleBook book) {

    boolean hasBegunOn(LocalDate date) {
        return from != null && !date.isBefore(from);
    }

    boolean isReviewedFor(LocalDate date) {
        return hasBegunOn(date) && !date.isAfter(reviewedThrough);
    }

    RulePack with(PackDates dates) {
        return new RulePack(
                id,
                country,
                dates.from() == null ? from : dates.from(),
                dates.reviewedThrough() == null ? reviewedThrough : dates.reviewedThrough(),
                statute,
                book);
    }

    /** Outside the reviewed dates nothing that rests on the pack is done; a free reminder may still go. */
    Optional<Objection> objectionTo(Question question) {
        if (isReviewedFor(question.on())) {
            return Optional.empty();
        }
        var rule = country + "-REVIEW";
        var why = new Reason(rule, statute, "law." + rule, List.of(Objects.requireNonNull(from), reviewedThrough));
        var effect = question.step() == LegalStep.REMINDER ? Objection.Effect.NO_FEE : Objection.Effect.STOP;
        return Optional.of(new Objection(why, effect, null));
    }

    PackInForce stated() {
        var rules = book.rules().stream()
                .map(Rule::stated)
                .sorted(Comparator.comparing(StatedRule::isOfActToCome).thenComparing(StatedRule::number))
                .toList();
        return new PackInForce(id, country, statute, Objects.requireNonNull(from), reviewedThrough, rules);
    }
}
