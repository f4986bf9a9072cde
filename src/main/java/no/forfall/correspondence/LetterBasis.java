package no.forfall.correspondence;

import java.time.LocalDate;
import java.util.List;
import no.forfall.correspondence.text.Draft;
import no.forfall.correspondence.text.Rendered;
import no.forfall.law.Reason;
import no.forfall.law.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * By what a letter was decided when it left: the law's verdict, and the rates of the interest that it asks for.
 *
 * @param verdict the kind of verdict, such as {@code Allowed}
 * @param rule what kept it from being a plain yes; null when nothing did
 * @param statute act and paragraph of that rule
 * @param interest how the interest was counted; empty when it asks for none
 * @param textVersion the version of the text that was written here; 0 for the house's own
 */
record LetterBasis(
        String verdict, @Nullable String rule, @Nullable String statute, List<Interest> interest, int textVersion) {

    /** @param percent yearly; amounts are in major units of the letter's currency */
    record Interest(LocalDate from, LocalDate to, String percent, String principal, String amount) {}

    static LetterBasis of(Draft draft, Rendered letter) {
        Verdict verdict = draft.verdict();
        Reason reason = verdict.reason().orElse(null);
        return new LetterBasis(
                verdict.getClass().getSimpleName(),
                reason == null ? null : reason.ruleId(),
                reason == null ? null : reason.statute(),
                draft.demand().statement().segments().stream()
                        .map(segment -> new Interest(
                                segment.from(),
                                segment.to(),
                                segment.percent().toPlainString(),
                                segment.principal().getAmount().toPlainString(),
                                segment.amount().getAmount().toPlainString()))
                        .toList(),
                letter.textVersion());
    }
}
