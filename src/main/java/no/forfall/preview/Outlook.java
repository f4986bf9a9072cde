package no.forfall.preview;

import java.time.LocalDate;
import java.util.Objects;
import no.forfall.law.CaseFacts;
import no.forfall.law.Law;
import no.forfall.law.LegalStep;
import no.forfall.law.Reason;
import no.forfall.law.Verdict;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the law says to one step of one case on a day.
 *
 * @param from the first lawful day; null unless the step is not lawful before it
 * @param fee the most that it may charge, in the currency of the claim; null when nothing
 * @param why the rule that speaks; null when the step is simply allowed
 */
public record Outlook(
        Kind kind,
        @Nullable LocalDate from,
        @Nullable Money fee,
        @Nullable Reason why) {

    public enum Kind {
        ALLOWED,
        WITHOUT_FEE,
        /** In place of the statutory notice, a letter without fee that announces the hand-over. */
        ANNOUNCEMENT,
        NOT_BEFORE,
        BARRED
    }

    static Outlook of(Law law, LegalStep step, CaseFacts facts, LocalDate on) {
        Verdict verdict = law.verdict(step, facts, on);
        Reason why = verdict.reason().orElse(null);
        if (verdict instanceof Verdict.Allowed) {
            Money fee = law.reminderFee(step, facts, on)
                    .filter(most -> most.isPositive() && most.getCurrencyUnit().equals(facts.currency()))
                    .orElse(null);
            return new Outlook(Kind.ALLOWED, null, fee, null);
        }
        if (verdict instanceof Verdict.Refused refused) {
            return new Outlook(Kind.NOT_BEFORE, refused.earliest(), null, why);
        }
        if (verdict instanceof Verdict.Barred) {
            return new Outlook(Kind.BARRED, null, null, why);
        }
        return new Outlook(
                verdict instanceof Verdict.AllowedAsAnnouncement ? Kind.ANNOUNCEMENT : Kind.WITHOUT_FEE,
                null,
                null,
                why);
    }

    /** Whether the same can be done at the same price, by whatever rule. */
    boolean allowsTheSameAs(Outlook other) {
        return kind == other.kind && Objects.equals(from, other.from) && Objects.equals(fee, other.fee);
    }
}
