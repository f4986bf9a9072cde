package no.forfall.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import no.forfall.engine.timing.Landing;
import no.forfall.law.CaseFacts;
import no.forfall.law.Law;
import no.forfall.law.Reason;
import no.forfall.law.Verdict;
import no.forfall.outbox.Effect;
import no.forfall.outbox.EffectHandler;
import no.forfall.outbox.Preparation;
import no.forfall.shared.LocalText;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Carries the effects of {@link OutsideActivity activities} through the outbox, and asks the law before each leaves. */
@Component
class ActivityEffects implements EffectHandler {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final Catalogue catalogue;
    private final CaseBook cases;
    private final Law law;
    private final Landing landing;
    private final RuntimeService runtime;
    private final ObjectMapper json;
    private final Clock clock;

    ActivityEffects(
            Catalogue catalogue,
            CaseBook cases,
            Law law,
            Landing landing,
            RuntimeService runtime,
            ObjectMapper json,
            Clock clock) {
        this.catalogue = catalogue;
        this.cases = cases;
        this.law = law;
        this.landing = landing;
        this.runtime = runtime;
        this.json = json;
        this.clock = clock;
    }

    private OutsideActivity<?> activity(Effect effect) {
        return catalogue
                .find(effect.activity())
                .filter(OutsideActivity.class::isInstance)
                .map(OutsideActivity.class::cast)
                .orElseThrow(
                        () -> new IllegalStateException("There is no activity " + effect.activity() + " any more"));
    }

    @Override
    public Preparation prepare(Effect effect) {
        OutsideActivity<?> activity = activity(effect);
        CaseBook.Standing standing = cases.lock(effect.caseNumber());
        if (standing == CaseBook.Standing.OPEN || activity.evenWhenHeldOrClosed()) {
            return prepare(effect, activity);
        }
        return standing == CaseBook.Standing.HELD
                ? new Preparation.Held()
                : new Preparation.Withdrawn("the case is closed");
    }

    private <I extends Record> Preparation prepare(Effect effect, OutsideActivity<I> activity) {
        I input = catalogue.input(activity, effect.input());
        CaseFacts facts = cases.facts(effect.caseNumber());
        LocalDate today = LocalDate.ofInstant(clock.instant(), facts.country().zone());
        Verdict verdict = law.verdict(activity.legalStep(input), facts, today);
        if (verdict instanceof Verdict.Refused refused) {
            return new Preparation.NotBefore(
                    landing.on(facts.country(), refused.earliest()),
                    refused.why().ruleId(),
                    text(refused.why()));
        }
        if (verdict instanceof Verdict.Barred barred) {
            return new Preparation.Barred(barred.why().ruleId(), text(barred.why()));
        }
        try {
            activity.prepare(effect.key(), effect.caseNumber(), input, verdict, today);
            return new Preparation.Ready();
        } catch (ActivityBarred barred) {
            return new Preparation.Barred(null, text(barred.why()));
        }
    }

    private String text(Reason why) {
        return text(new LocalText(
                why.text(Locale.forLanguageTag("nb")),
                why.text(Locale.forLanguageTag("sv")),
                why.text(Locale.ENGLISH)));
    }

    /** The reason in the three languages of the house, as JSON. */
    private String text(LocalText why) {
        try {
            return json.writeValueAsString(why);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String deliver(Effect effect) {
        return activity(effect).deliver(effect.key());
    }

    @Override
    public boolean repeatable(Effect effect) {
        return activity(effect).repeatable(effect.key());
    }

    @Override
    public String delivered(Effect effect, String receipt) {
        try {
            return json.writeValueAsString(activity(effect).delivered(effect.key(), receipt));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The facts of effect " + effect.key() + " cannot be kept", e);
        }
    }

    @Override
    public boolean confirm(Effect effect, String facts) {
        if (effect.origin().isEmpty()) {
            return true;
        }
        if (cases.lock(effect.caseNumber()) == CaseBook.Standing.HELD) {
            return false;
        }
        Origin origin = Origin.parse(effect.origin());
        boolean stillThere = runtime.createExecutionQuery()
                        .executionId(origin.execution())
                        .activityId(origin.element())
                        .count()
                == 1;
        if (stillThere) {
            runtime.signal(origin.execution(), "delivered", origin.visit(), read(facts));
        }
        return true;
    }

    private Map<String, Object> read(String facts) {
        try {
            return json.readValue(facts, FACTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not facts: " + facts, e);
        }
    }
}
