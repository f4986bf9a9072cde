package no.forfall.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import no.forfall.engine.CaseBook;
import no.forfall.law.CaseFacts;
import no.forfall.law.Law;
import no.forfall.law.LegalStep;
import no.forfall.law.Reason;
import no.forfall.law.Verdict;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the law what it does not allow on a case today, and from when it will. */
@Component
class Refusals {

    private final CaseBook cases;
    private final Law law;

    Refusals(CaseBook cases, Law law) {
        this.cases = cases;
        this.law = law;
    }

    List<CaseFile.Refusal> today(CaseNumber number, LocalDate today, Locale language) {
        CaseFacts facts = cases.facts(number);
        return Stream.of(LegalStep.NOTICE, LegalStep.HAND_OVER)
                .map(step -> refusal(step, law.verdict(step, facts, today), language))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<CaseFile.Refusal> refusal(LegalStep step, Verdict verdict, Locale language) {
        if (verdict instanceof Verdict.Refused refused) {
            return Optional.of(refusal(step, refused.why(), refused.earliest(), language));
        }
        return verdict instanceof Verdict.Barred barred
                ? Optional.of(refusal(step, barred.why(), null, language))
                : Optional.empty();
    }

    private static CaseFile.Refusal refusal(LegalStep step, Reason why, @Nullable LocalDate from, Locale language) {
        return new CaseFile.Refusal(step, why.ruleId() + ", " + why.statute(), why.text(language), from);
    }
}
