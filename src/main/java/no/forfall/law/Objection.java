package no.forfall.law;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one rule has against a step, and the date from which it has nothing against it; null when waiting does not help.
 */
record Objection(Reason why, Effect effect, @Nullable LocalDate until) {

    enum Effect {
        NO_FEE,
        /** The letter goes in another form: without a fee, announcing the hand-over. */
        ANNOUNCE,
        STOP
    }

    /** The verdict that answers all objections: what lasts longest speaks, a stop first, then the form, then a lost fee. */
    static Verdict verdictOn(List<Objection> objections) {
        var stop = weightiest(objections, Effect.STOP);
        if (stop.isPresent()) {
            var until = stop.get().until();
            return until == null
                    ? new Verdict.Barred(stop.get().why())
                    : new Verdict.Refused(stop.get().why(), until);
        }
        return weightiest(objections, Effect.ANNOUNCE)
                .<Verdict>map(objection -> new Verdict.AllowedAsAnnouncement(objection.why()))
                .or(() -> weightiest(objections, Effect.NO_FEE)
                        .map(objection -> new Verdict.AllowedWithoutFee(objection.why(), objection.until())))
                .orElseGet(Verdict.Allowed::new);
    }

    /** The first that no waiting cures, else the one that lasts longest. */
    private static Optional<Objection> weightiest(List<Objection> objections, Effect effect) {
        var those = objections.stream()
                .filter(objection -> objection.effect() == effect)
                .toList();
        return those.stream()
                .filter(objection -> objection.until() == null)
                .findFirst()
                .or(() -> those.stream()
                        .max(Comparator.comparing(objection -> Objects.requireNonNull(objection.until()))));
    }
}
