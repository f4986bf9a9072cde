package no.forfall.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import no.forfall.engine.timing.Landing;
import no.forfall.law.CaseFacts;
import no.forfall.law.Law;
import no.forfall.law.LegalStep;
import no.forfall.law.Reason;
import no.forfall.law.Verdict;
import no.forfall.outbox.Effect;
import no.forfall.outbox.Preparation;
import no.forfall.shared.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Asks the law about an effect with the facts of this moment, and keeps what the law stopped. */
@Component
class Guard {

    /**
     * @param today the day in the creditor's country
     * @param stop what is to become of the effect when it may not leave today; empty when it may
     * @param losesFee whether the law takes the fee of an effect that leaves
     */
    record Answer(Verdict verdict, LocalDate today, Optional<Preparation.Standstill> stop, boolean losesFee) {}

    private final CaseBook cases;
    private final Law law;
    private final LegalStops stops;
    private final Landing landing;
    private final ObjectMapper json;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<Prerequisite> prerequisites;
    private final ObjectProvider<Prohibition> prohibitions;
    private final Clock clock;

    Guard(
            CaseBook cases,
            Law law,
            LegalStops stops,
            Landing landing,
            ObjectMapper json,
            ApplicationEventPublisher events,
            ObjectProvider<Prerequisite> prerequisites,
            ObjectProvider<Prohibition> prohibitions,
            Clock clock) {
        this.cases = cases;
        this.law = law;
        this.stops = stops;
        this.landing = landing;
        this.json = json;
        this.events = events;
        this.prerequisites = prerequisites;
        this.prohibitions = prohibitions;
        this.clock = clock;
    }

    /** @param feeWish what the effect wants of its fee, on the day in the creditor's country */
    Answer ask(Effect effect, LegalStep step, Function<LocalDate, FeeWish> feeWish) {
        CaseFacts facts = cases.facts(effect.caseNumber());
        LocalDate today = LocalDate.ofInstant(clock.instant(), facts.country().zone());
        Verdict verdict = law.verdict(step, facts, today);
        if (step != LegalStep.NONE) {
            Optional<Preparation.Standstill> prohibited = prohibited(effect, today);
            if (prohibited.isPresent()) {
                return new Answer(verdict, today, prohibited, false);
            }
        }
        FeeWish wish = verdict.mayHappen() && verdict.reason().isPresent() ? feeWish.apply(today) : FeeWish.NONE;
        Preparation.Standstill stop = null;
        if (verdict instanceof Verdict.Refused refused) {
            stop = notBefore(effect, facts, refused.why(), refused.earliest());
        } else if (verdict instanceof Verdict.Barred barred) {
            stop = barred(effect, barred.why());
        } else if (verdict instanceof Verdict.AllowedWithoutFee free && wish == FeeWish.INSISTED) {
            stop = free.feeFrom() == null
                    ? barred(effect, free.why())
                    : notBefore(effect, facts, free.why(), free.feeFrom());
        }
        if (stop == null && (step.isFormal() || bearsFee(step, verdict, feeWish, today))) {
            stop = lacking(effect, facts, today);
        }
        return new Answer(verdict, today, Optional.ofNullable(stop), wish != FeeWish.NONE);
    }

    private static boolean bearsFee(
            LegalStep step, Verdict verdict, Function<LocalDate, FeeWish> feeWish, LocalDate today) {
        return step == LegalStep.COMPENSATION
                || step == LegalStep.REMINDER
                        && !(verdict instanceof Verdict.AllowedWithoutFee)
                        && feeWish.apply(today) != FeeWish.NONE;
    }

    private Optional<Preparation.Standstill> prohibited(Effect effect, LocalDate today) {
        return prohibitions.stream()
                .flatMap(each -> each.bar(effect.caseNumber(), today).stream())
                .findFirst()
                .map(bar -> new Preparation.Barred(bar.rule(), text(bar.why())));
    }

    private Preparation.@Nullable Standstill lacking(Effect effect, CaseFacts facts, LocalDate today) {
        return prerequisites.stream()
                .flatMap(each -> each.missing(effect.caseNumber(), today).stream())
                .findFirst()
                .map(missing -> new Preparation.NotBefore(
                        landing.on(facts.country(), today.plusDays(1)), missing.rule(), text(missing.why())))
                .orElse(null);
    }

    private Preparation.Standstill notBefore(Effect effect, CaseFacts facts, Reason why, LocalDate earliest) {
        stops.keep(effect, why, LegalStops.Kind.REFUSED);
        return new Preparation.NotBefore(landing.on(facts.country(), earliest), why.ruleId(), text(why));
    }

    private Preparation.Standstill barred(Effect effect, Reason why) {
        stops.keep(effect, why, LegalStops.Kind.BARRED);
        return new Preparation.Barred(why.ruleId(), text(why));
    }

    /** Keeps and says which rule took the fee of an effect that leaves. */
    void leavesWithoutFee(Effect effect, Verdict verdict) {
        verdict.reason()
                .filter(why -> stops.keep(effect, why, LegalStops.Kind.WITHOUT_FEE))
                .ifPresent(why -> events.publishEvent(new LeftWithoutFee(
                        effect.caseNumber(), effect.key(), effect.activity(), why.ruleId(), text(why))));
    }

    private String text(Reason why) {
        return text(new LocalText(
                why.text(Locale.forLanguageTag("nb")),
                why.text(Locale.forLanguageTag("sv")),
                why.text(Locale.ENGLISH)));
    }

    /** The reason in the three languages of the house, as JSON. */
    String text(LocalText why) {
        try {
            return json.writeValueAsString(why);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
