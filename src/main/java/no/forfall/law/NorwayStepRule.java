package no.forfall.law;

import java.util.List;
import java.util.Optional;

/** When a Norwegian creditor may send a letter or hand a claim over, under the act of 1988. */
enum NorwayStepRule implements Rule {

    /**
     * An inkassovarsel is sent after the due date and gives at least 14 days from sending; without one, no hand-over.
     * Inkassoloven § 9.
     */
    NO_R13("inkassoloven § 9", Outcome.LATER, Outcome.PERSON) {
        @Override
        public Optional<Objection> objectionTo(Question question) {
            return switch (question.step()) {
                case NOTICE -> objectionToNotice(question);
                case HAND_OVER -> question.latestNotice(14).isPresent() ? Optional.empty() : stop(".missing");
                default -> Optional.empty();
            };
        }

        private Optional<Objection> objectionToNotice(Question question) {
            if (question.asksFewerDaysThan(14)) {
                return stop(".short", question.facts().requestedDeadlineDays());
            }
            var first = question.due().plusDays(1);
            return question.isAfterDue() ? Optional.empty() : stopUntil(first, ".beforeDue", first);
        }
    },

    /**
     * A payment ordered on the last day is in time. The next letter and the hand-over wait until the deadline of every
     * earlier letter and one day for the bank data have passed. Inkassoloven § 9.
     */
    NO_R14("inkassoloven § 9", Outcome.LATER) {
        @Override
        public Optional<Objection> objectionTo(Question question) {
            if (question.step() == LegalStep.COMPENSATION || question.step() == LegalStep.PLAN) {
                return Optional.empty();
            }
            return question.latestDeadline()
                    .filter(deadline -> question.on().isBefore(Question.firstDayAfter(deadline)))
                    .flatMap(deadline -> stopUntil(
                            Question.firstDayAfter(deadline), "", deadline, Question.firstDayAfter(deadline)));
        }
    },

    /** A notice older than six months carries no hand-over: a new one is due. Agencies' practice, inkassoloven § 8. */
    NO_R15("inkassoloven §§ 8, 9", Outcome.PERSON) {
        @Override
        public Optional<Objection> objectionTo(Question question) {
            return question.step() != LegalStep.HAND_OVER
                    ? Optional.empty()
                    : question.latestNotice(14)
                            .filter(notice ->
                                    question.on().isAfter(notice.sentOn().plusMonths(6)))
                            .flatMap(notice -> stop("", notice.sentOn()));
        }
    },

    /**
     * A notice reaches the debtor in a safe way, which plain e-mail is by one reading and not by the other
     * ({@link Readings.Email}). Inkassoloven § 3 a.
     */
    NO_R16("inkassoloven § 3 a", Outcome.PERSON) {
        @Override
        public Optional<Objection> objectionTo(Question question) {
            return question.step() == LegalStep.HAND_OVER
                            && question.readings().email() == Readings.Email.NEVER
                            && question.latestNotice(14)
                                    .filter(SentLetter::byEmail)
                                    .isPresent()
                    ? stop("")
                    : Optional.empty();
        }
    },

    /** An invoice that has not reached the debtor is not due: no fee, compensation, notice or hand-over. Inkassoloven §§ 3 a, 8. */
    NO_R18("inkassoloven §§ 3 a, 8", Outcome.WITHOUT_FEE, Outcome.PERSON) {
        @Override
        public Optional<Objection> objectionTo(Question question) {
            return question.facts().invoiceDelivered() ? Optional.empty() : onlyFreeReminder(question);
        }
    },

    /**
     * While an objection is open: no fee, compensation, notice or hand-over; where it concerns a part, the rest is asked for in
     * letters without fee. An objection that was found right ends fees and compensation for good. Inkassoloven § 17 second
     * and fourth paragraph.
     */
    NO_R19("inkassoloven § 17", Outcome.WITHOUT_FEE, Outcome.PERSON) {
        @Override
        public Optional<Objection> objectionTo(Question question) {
            if (question.facts().disputed()) {
                return onlyFreeReminder(question);
            }
            if (question.facts().disputedPart() != null) {
                return onlyFreeLetters(question, ".part");
            }
            return question.facts().chargesBarred() ? nothingCharged(question, ".upheld") : Optional.empty();
        }
    },

    /** Good collection practice: no notice or hand-over of a claim whose principal is paid. Inkassoloven § 8. */
    NO_R21("inkassoloven § 8", Outcome.PERSON) {
        @Override
        public Optional<Objection> objectionTo(Question question) {
            return question.step().isFormal() && question.isNothingOwed() ? stop("") : Optional.empty();
        }
    },

    /**
     * A claim that looks time-barred, three years after its first due date, is for a person to judge. A reminder does not
     * break the limitation. Foreldelsesloven §§ 2, 3, 14.
     */
    NO_R24("foreldelsesloven §§ 2, 3, 14", Outcome.WITHOUT_FEE, Outcome.PERSON) {
        @Override
        public Optional<Objection> objectionTo(Question question) {
            var from = Norway1988.limitation(question.facts());
            return question.on().isBefore(from) ? Optional.empty() : onlyFreeReminder(question, from);
        }
    };

    private final String statute;
    private final List<Outcome> outcomes;

    NorwayStepRule(String statute, Outcome... outcomes) {
        this.statute = statute;
        this.outcomes = List.of(outcomes);
    }

    @Override
    public String statute() {
        return statute;
    }

    @Override
    public List<Outcome> outcomes() {
        return outcomes;
    }
}
