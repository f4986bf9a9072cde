package no.forfall.law;

import java.util.Optional;

/** When a Swedish creditor may send a letter, charge a fee or hand a claim over. */
enum SwedenRule implements Rule {

    /** A reminder bears a fee only when that was agreed at the latest when the debt arose. Lag (1981:739) §§ 2, 4. */
    SE_R1("lag (1981:739) §§ 2, 4") {
        @Override
        public Optional<Objection> objectionTo(Question question) {
            return question.isFeePossible() && !question.facts().feeAgreed() ? noFee() : Optional.empty();
        }
    },

    /** A fee is owed only for a letter that was called for: one sent after the due date. Lag (1981:739) §§ 4–6. */
    SE_R5("lag (1981:739) §§ 4–6") {
        @Override
        public Optional<Objection> objectionTo(Question question) {
            var first = question.due().plusDays(1);
            return question.isFeePossible() && !question.isAfterDue() ? noFeeUntil(first, first) : Optional.empty();
        }
    },

    /** An open objection stops every demand; a person decides whether it is likely to be right. Inkassolagen § 8. */
    SE_R8("inkassolagen § 8") {
        @Override
        public Optional<Objection> objectionTo(Question question) {
            return question.facts().disputed() ? stop("") : Optional.empty();
        }
    },

    /**
     * Good collection practice, as we read it: no fee, notice or hand-over for an invoice that has not reached the debtor,
     * and no notice or hand-over when the principal is paid. Inkassolagen § 4.
     */
    SE_R9("inkassolagen § 4") {
        @Override
        public Optional<Objection> objectionTo(Question question) {
            if (!question.step().isFormal()) {
                return question.facts().invoiceDelivered() ? Optional.empty() : noFee();
            }
            if (!question.facts().invoiceDelivered()) {
                return stop("");
            }
            return question.isNothingOwed() ? stop(".paid") : Optional.empty();
        }
    },

    /**
     * A notice is sent after the due date and gives a reasonable time, eight days in practice; the next letter and the
     * hand-over wait until it and a day for the bank data have passed. Inkassolagen §§ 4, 5.
     */
    SE_R12("inkassolagen §§ 4, 5") {
        @Override
        public Optional<Objection> objectionTo(Question question) {
            var deadline = question.latestDeadline();
            if (question.step() == LegalStep.HAND_OVER
                    && question.latestNotice(Sweden.REASONABLE_DAYS).isEmpty()) {
                return stop(".missing");
            }
            if (question.step() == LegalStep.NOTICE && question.asksFewerDaysThan(Sweden.REASONABLE_DAYS)) {
                return stop(".short", question.facts().requestedDeadlineDays());
            }
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
    SE_R18("preskriptionslagen §§ 2, 5, 6") {
        @Override
        public Optional<Objection> objectionTo(Question question) {
            var from = Sweden.limitation(question.facts());
            if (question.on().isBefore(from)) {
                return Optional.empty();
            }
            return question.step().isFormal() ? stop("", from) : noFee(from);
        }
    };

    private final String statute;

    SwedenRule(String statute) {
        this.statute = statute;
    }

    @Override
    public String statute() {
        return statute;
    }
}
