package no.forfall.law;

import java.util.List;
import java.util.Optional;

/** When a Norwegian creditor may claim the standard compensation. */
enum NorwayCompensationRule implements Rule {

    /**
     * Owed once by a business from the day after the due date, without a reminder, where its amount is known.
     * Forsinkelsesrenteloven §§ 3 a, 4.
     */
    NO_R5("forsinkelsesrenteloven §§ 3 a, 4", Outcome.LATER, Outcome.PERSON) {
        @Override
        Optional<Objection> objectionToCompensation(Question question) {
            if (question.facts().debtorKind() == DebtorKind.PUBLIC) {
                return stop(".public");
            }
            if (question.isCompensated()) {
                return stop(".once");
            }
            if (!question.isAfterDue()) {
                return stopUntil(question.due().plusDays(1), "", question.due().plusDays(1));
            }
            return NorwayAmounts.isCompensationKnown(question) ? Optional.empty() : stop(".unknown", question.on());
        }
    },

    /** A consumer pays interest and what inkassoloven allows, never compensation. Forsinkelsesrenteloven § 4. */
    NO_R22("forsinkelsesrenteloven § 4", Outcome.PERSON) {
        @Override
        Optional<Objection> objectionToCompensation(Question question) {
            return question.facts().debtorKind() == DebtorKind.PRIVATE ? stop("") : Optional.empty();
        }
    };

    private final String statute;
    private final List<Outcome> outcomes;

    NorwayCompensationRule(String statute, Outcome... outcomes) {
        this.statute = statute;
        this.outcomes = List.of(outcomes);
    }

    @Override
    public String statute() {
        return statute;
    }

    @Override
    public RulePlace place() {
        return RulePlace.COMPENSATION;
    }

    @Override
    public List<Outcome> outcomes() {
        return outcomes;
    }

    @Override
    public Optional<Objection> objectionTo(Question question) {
        return question.step() == LegalStep.COMPENSATION ? objectionToCompensation(question) : Optional.empty();
    }

    abstract Optional<Objection> objectionToCompensation(Question question);
}
