package no.forfall.law;

import java.util.List;
import java.util.Optional;

/** What the act of 2026 changes for a creditor who collects its own claims. */
enum Norway2026Rule implements Rule {

    /**
     * A creditor sends no statutory notice or betalingsoppfordring and takes no fee for letters of its own. Its last
     * letter announces that the claim will be sent to an agency; we give it the 14 days that the notice had.
     * LOV-2026-05-22-19 §§ 2, 19–21.
     */
    NO_F1(
            "LOV-2026-05-22-19 §§ 2, 19–21",
            Outcome.WITHOUT_FEE,
            Outcome.AS_ANNOUNCEMENT,
            Outcome.LATER,
            Outcome.PERSON) {
        @Override
        public Optional<Objection> objectionTo(Question question) {
            return switch (question.step()) {
                case REMINDER -> noFee(".fee");
                case PLAN -> stop(".plan");
                case NOTICE -> objectionToLastLetter(question);
                case HAND_OVER ->
                    question.latestNotice(Norway2026.DAYS_TO_PAY).isPresent() ? Optional.empty() : stop(".missing");
                default -> Optional.empty();
            };
        }

        private Optional<Objection> objectionToLastLetter(Question question) {
            if (question.asksFewerDaysThan(Norway2026.DAYS_TO_PAY)) {
                return stop(".short", question.facts().requestedDeadlineDays());
            }
            var first = question.due().plusDays(1);
            return question.isAfterDue() ? announce() : stopUntil(first, ".beforeDue", first);
        }
    },

    /**
     * After an objection no cost is recovered unless it is obviously groundless, which a person decides: until then
     * there is no compensation, last letter or hand-over. LOV-2026-05-22-19 §§ 14–18.
     */
    NO_F2("LOV-2026-05-22-19 §§ 14–18", Outcome.PERSON) {
        @Override
        public Optional<Objection> objectionTo(Question question) {
            return question.facts().disputed() && question.step() != LegalStep.REMINDER ? stop("") : Optional.empty();
        }
    };

    private final String statute;
    private final List<Outcome> outcomes;

    Norway2026Rule(String statute, Outcome... outcomes) {
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
