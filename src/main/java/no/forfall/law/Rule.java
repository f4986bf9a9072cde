package no.forfall.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One rule of law. The rules are enum constants, so that a pack of them reads as a rule book. */
interface Rule {

    /** The constant's own name; {@code NO_R7} is the rule NO-R7. */
    String name();

    /** Act and paragraph, as a lawyer would cite them. */
    String statute();

    default RulePlace place() {
        return RulePlace.STEP;
    }

    /** What the rule can make of a step; empty for a rule that is not asked about steps. */
    default List<Outcome> outcomes() {
        return List.of();
    }

    /** What the rule has against the step in question; empty when nothing. */
    default Optional<Objection> objectionTo(Question question) {
        return Optional.empty();
    }

    default String id() {
        return name().replace('_', '-');
    }

    default StatedRule stated() {
        return new StatedRule(id(), statute(), place(), outcomes());
    }

    default Optional<Objection> noFeeUntil(LocalDate date, Object... arguments) {
        return Optional.of(new Objection(because("", arguments), Objection.Effect.NO_FEE, date));
    }

    default Optional<Objection> noFee(String variant, Object... arguments) {
        return Optional.of(new Objection(because(variant, arguments), Objection.Effect.NO_FEE, null));
    }

    default Optional<Objection> announce(Object... arguments) {
        return Optional.of(new Objection(because("", arguments), Objection.Effect.ANNOUNCE, null));
    }

    default Optional<Objection> stopUntil(LocalDate date, String variant, Object... arguments) {
        return Optional.of(new Objection(because(variant, arguments), Objection.Effect.STOP, date));
    }

    default Optional<Objection> stop(String variant, Object... arguments) {
        return Optional.of(new Objection(because(variant, arguments), Objection.Effect.STOP, null));
    }

    /** Leaves a reminder without fee, and nothing beyond it. */
    default Optional<Objection> onlyFreeReminder(Question question, Object... arguments) {
        return question.step() == LegalStep.REMINDER ? noFee("", arguments) : stop("", arguments);
    }

    /** Leaves letters without fee, and neither compensation nor hand-over. */
    default Optional<Objection> onlyFreeLetters(Question question, String variant) {
        return question.isFeePossible() ? noFee(variant) : stop(variant);
    }

    /** Leaves everything that costs the debtor nothing more. */
    default Optional<Objection> nothingCharged(Question question, String variant) {
        return question.step() == LegalStep.HAND_OVER ? Optional.empty() : onlyFreeLetters(question, variant);
    }

    /** The variant, such as {@code .missing}, picks the explanation where one rule has several. */
    default Reason because(String variant, Object... arguments) {
        return new Reason(id(), statute(), "law." + id() + variant, List.of(arguments));
    }
}
