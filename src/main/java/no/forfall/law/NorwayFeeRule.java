package no.forfall.law;

import java.util.List;
import java.util.Optional;

/** When a Norwegian creditor's own reminder or inkassovarsel may bear a fee, under the act of 1988. */
enum NorwayFeeRule implements Rule {

    /**
     * Compensation and fees are set off, never added: recover the larger. A letter after the compensation bears no fee;
     * {@link Law#recoverable} is the sum of both. Inkassoforskriften §§ 1-5, 2-6.
     */
    NO_R6("inkassoforskriften §§ 1-5, 2-6") {
        @Override
        Optional<Objection> objectionToFee(Question question) {
            return question.isCompensated() ? noFee("") : Optional.empty();
        }
    },

    /** A letter bears a fee when it is sent 14 days after the due date or later. Inkassoforskriften § 1-2. */
    NO_R7("inkassoforskriften § 1-2") {
        @Override
        Optional<Objection> objectionToFee(Question question) {
            var first = question.due().plusDays(14);
            return question.on().isBefore(first) ? noFeeUntil(first, first) : Optional.empty();
        }
    },

    /**
     * The fee is a fraction of the inkassosats of the letter's date: one tenth for claims due before 1 October 2020, one
     * twentieth since. Without a known inkassosats there is no fee. A plan of instalments is none of the letters that bear
     * one, so that nothing is charged for it. Inkassoforskriften § 1-2.
     */
    NO_R8("inkassoforskriften § 1-2") {
        @Override
        public List<Outcome> outcomes() {
            return List.of(Outcome.WITHOUT_FEE, Outcome.PERSON);
        }

        @Override
        public Optional<Objection> objectionTo(Question question) {
            return question.step() == LegalStep.PLAN ? stop(".plan") : super.objectionTo(question);
        }

        @Override
        Optional<Objection> objectionToFee(Question question) {
            return NorwayAmounts.isFeeKnown(question) ? Optional.empty() : noFee("", question.on());
        }
    },

    /** At most two such fees for a claim, until the count begins anew ({@link FeeLetters}). Inkassoforskriften § 1-3. */
    NO_R9("inkassoforskriften § 1-3") {
        @Override
        Optional<Objection> objectionToFee(Question question) {
            var earlier = FeeLetters.countingOn(question.on(), question.letters());
            return earlier.count() < NorwayAmounts.mostFees(question)
                    ? Optional.empty()
                    : noFeeUntil(earlier.resetOn(), earlier.resetOn());
        }
    },

    /**
     * A second fee needs that the letter with the first gave at least 14 days to pay. That those days were let pass is
     * what {@link NorwayStepRule#NO_R14} watches for every letter. Inkassoforskriften § 1-3.
     */
    NO_R10("inkassoforskriften § 1-3") {
        @Override
        Optional<Objection> objectionToFee(Question question) {
            var earlier = FeeLetters.countingOn(question.on(), question.letters());
            return earlier.isEmpty() || earlier.last().gaveAtLeast(14)
                    ? Optional.empty()
                    : noFeeUntil(earlier.resetOn(), earlier.last().sentOn());
        }
    };

    private final String statute;

    NorwayFeeRule(String statute) {
        this.statute = statute;
    }

    @Override
    public String statute() {
        return statute;
    }

    @Override
    public List<Outcome> outcomes() {
        return List.of(Outcome.WITHOUT_FEE);
    }

    @Override
    public Optional<Objection> objectionTo(Question question) {
        return question.isFeePossible() ? objectionToFee(question) : Optional.empty();
    }

    abstract Optional<Objection> objectionToFee(Question question);
}
