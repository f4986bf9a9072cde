package no.forfall.law;

import java.util.List;
import java.util.Optional;

/** When a Swedish creditor may send a letter, charge a fee or compensation, or hand a claim over. */
enum SwedenRule implements Rule {

    /** A reminder bears a fee only when that was agreed at the latest when the debt arose. Lag (1981:739) §§ 2, 4. */
    SE_R1("lag (1981:739) §§ 2, 4", Outcome.WITHOUT_FEE) {
        @Override
        public Optional<Objection> objectionTo(Question question) {
            return question.isFeePossible() && !question.facts().feeAgreed() ? noFee("") : Optional.empty();
        }
    },

    /**
     * A plan of instalments is charged for when it is for all that is left of the claim, made together with the debtor and in
     * writing. As we read it, in favour of the debtor: once for a claim, after the due date, and not beside the compensation,
     * which stands in place of the usual costs. Lag (1981:739) §§ 3, 4.
     */
    SE_R3("lag (1981:739) §§ 3, 4", Outcome.LATER, Outcome.PERSON) {
        @Override
        public Optional<Objection> objectionTo(Question question) {
            if (question.step() != LegalStep.PLAN) {
                return Optional.empty();
            }
            var plan = question.facts().plan();
            if (plan == null || !plan.whole() || !plan.agreed() || !plan.written()) {
                return stop("");
            }
            if (question.isPlanCharged()) {
                return stop(".once");
            }
            if (question.isCompensated()) {
                return stop(".compensation");
            }
            if (!question.isAfterDue()) {
                return stopUntil(
                        question.due().plusDays(1), ".beforeDue", question.due().plusDays(1));
            }
            return question.rates().find(RateKind.PLAN_FEE, question.on()).isPresent()
                    ? Optional.empty()
                    : stop(".unknown", question.on());
        }

        @Override
        public RulePlace place() {
            return RulePlace.FEE;
        }
    },

    /**
     * Compensation is owed once by a business or a public body from the day after the due date, in place of the usual
     * costs: a letter after it bears no fee. Lag (1981:739) § 4 a.
     */
    SE_R4("lag (1981:739) § 4 a", Outcome.WITHOUT_FEE, Outcome.LATER, Outcome.PERSON) {
        @Override
        public Optional<Objection> objectionTo(Question question) {
            if (question.step() == LegalStep.COMPENSATION) {
                return objectionToCompensation(question);
            }
            return question.isFeePossible() && question.isCompensated() ? noFee(".fee") : Optional.empty();
        }

        private Optional<Objection> objectionToCompensation(Question question) {
            if (question.facts().debtorKind() == DebtorKind.PRIVATE) {
                return stop(".consumer");
            }
            if (question.isCompensated()) {
                return stop(".once");
            }
            if (!question.isAfterDue()) {
                return stopUntil(question.due().plusDays(1), "", question.due().plusDays(1));
            }
            return question.rates()
                            .find(RateKind.STATUTORY_COMPENSATION, question.on())
                            .isPresent()
                    ? Optional.empty()
                    : stop(".unknown", question.on());
        }

        @Override
        public RulePlace place() {
            return RulePlace.COMPENSATION;
        }
    },

    /**
     * A fee is owed only for a letter that was called for: one sent after the due date, and, as we read it, one reminder
     * for a claim. After an objection that was found right neither fee nor compensation is. Lag (1981:739) §§ 4–6.
     */
    SE_R5("lag (1981:739) §§ 4–6", Outcome.WITHOUT_FEE, Outcome.PERSON) {
        @Override
        public Optional<Objection> objectionTo(Question question) {
            if (question.facts().chargesBarred()) {
                return nothingCharged(question, ".upheld");
            }
            if (!question.isFeePossible()) {
                return Optional.empty();
            }
            if (question.letters().stream().anyMatch(SentLetter::withFee)) {
                return noFee(".once");
            }
            var first = question.due().plusDays(1);
            return question.isAfterDue() ? Optional.empty() : noFeeUntil(first, first);
        }
    },

    /**
     * An open objection stops every demand of what it concerns; a person decides whether it is likely to be right. The rest of
     * the claim is asked for in letters without fee. Inkassolagen § 8.
     */
    SE_R8("inkassolagen § 8", Outcome.WITHOUT_FEE, Outcome.PERSON) {
        @Override
        public Optional<Objection> objectionTo(Question question) {
            if (question.facts().disputed()) {
                return stop("");
            }
            return question.facts().disputedPart() == null ? Optional.empty() : onlyFreeLetters(question, ".part");
        }
    },

    /**
     * Good collection practice, as we read it: no fee, compensation, notice or hand-over for an invoice that has not
     * reached the debtor, and no notice or hand-over when the principal is paid. Inkassolagen § 4.
     */
    SE_R9("inkassolagen § 4", Outcome.WITHOUT_FEE, Outcome.PERSON) {
        @Override
        public Optional<Objection> objectionTo(Question question) {
            if (!question.facts().invoiceDelivered()) {
                return onlyFreeReminder(question);
            }
            return question.step().isFormal() && question.isNothingOwed() ? stop(".paid") : Optional.empty();
        }
    },

    /**
     * A notice is sent after the due date and gives a reasonable time, eight days in practice; the next letter and the
     * hand-over wait until it and a day for the bank data have passed. Inkassolagen §§ 4, 5.
     */
    SE_R12("inkassolagen §§ 4, 5", Outcome.LATER, Outcome.PERSON) {
        @Override
        public Optional<Objection> objectionTo(Question question) {
            if (question.step() == LegalStep.COMPENSATION || question.step() == LegalStep.PLAN) {
                return Optional.empty();
            }
            if (question.step() == LegalStep.HAND_OVER
                    && question.latestNotice(Sweden.REASONABLE_DAYS).isEmpty()) {
                return stop(".missing");
            }
            if (question.step() == LegalStep.NOTICE && question.asksFewerDaysThan(Sweden.REASONABLE_DAYS)) {
                return stop(".short", question.facts().requestedDeadlineDays());
            }
            var deadline = question.latestDeadline();
            if (deadline.isPresent() && question.on().isBefore(Question.firstDayAfter(deadline.get()))) {
                var first = Question.firstDayAfter(deadline.get());
                return stopUntil(first, "", deadline.get(), first);
            }
            var afterDue = question.due().plusDays(1);
            return question.step() == LegalStep.NOTICE && !question.isAfterDue()
                    ? stopUntil(afterDue, ".beforeDue", afterDue)
                    : Optional.empty();
        }
    },

    /**
     * A claim that looks time-barred, ten years after its first due date or three against a consumer, is for a person to
     * judge: a reminder that reached the debtor has broken the limitation. Preskriptionslagen §§ 2, 5, 6.
     */
    SE_R18("preskriptionslagen §§ 2, 5, 6", Outcome.WITHOUT_FEE, Outcome.PERSON) {
        @Override
        public Optional<Objection> objectionTo(Question question) {
            var from = Sweden.limitation(question.facts());
            return question.on().isBefore(from) ? Optional.empty() : onlyFreeReminder(question, from);
        }
    };

    private final String statute;
    private final List<Outcome> outcomes;

    SwedenRule(String statute, Outcome... outcomes) {
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
