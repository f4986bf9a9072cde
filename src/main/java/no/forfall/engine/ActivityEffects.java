package no.forfall.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import no.forfall.outbox.Effect;
import no.forfall.outbox.EffectHandler;
import no.forfall.outbox.Preparation;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Carries the effects of {@link OutsideActivity activities} through the outbox; the law is asked when one is queued and before it leaves. */
@Component
class ActivityEffects implements EffectHandler {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final Catalogue catalogue;
    private final CaseBook cases;
    private final Guard guard;
    private final RuntimeService runtime;
    private final ObjectMapper json;

    ActivityEffects(Catalogue catalogue, CaseBook cases, Guard guard, RuntimeService runtime, ObjectMapper json) {
        this.catalogue = catalogue;
        this.cases = cases;
        this.guard = guard;
        this.runtime = runtime;
        this.json = json;
    }

    private Optional<OutsideActivity<?>> found(Effect effect) {
        return catalogue
                .find(effect.activity())
                .filter(OutsideActivity.class::isInstance)
                .map(activity -> (OutsideActivity<?>) activity);
    }

    private OutsideActivity<?> activity(Effect effect) {
        return found(effect)
                .orElseThrow(
                        () -> new IllegalStateException("There is no activity " + effect.activity() + " any more"));
    }

    /** The law is asked once the case goes on, so that nobody is asked about a step that the law may allow by then. */
    @Override
    public Preparation weigh(Effect effect) {
        return cases.standing(effect.caseNumber()) == CaseBook.Standing.OPEN
                ? found(effect).map(activity -> weigh(effect, activity)).orElseGet(Preparation.Ready::new)
                : new Preparation.Ready();
    }

    private <I extends Record> Preparation weigh(Effect effect, OutsideActivity<I> activity) {
        I input = catalogue.input(activity, effect.input());
        return activity.legalStep(input).isWeighedByLaw()
                ? ask(effect, activity, input).stop().orElseGet(Preparation.Ready::new)
                : new Preparation.Ready();
    }

    private <I extends Record> Guard.Answer ask(Effect effect, OutsideActivity<I> activity, I input) {
        return guard.ask(
                effect, activity.legalStep(input), today -> activity.feeWish(effect.caseNumber(), input, today));
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
        Guard.Answer answer = ask(effect, activity, input);
        return answer.stop().orElseGet(() -> {
            try {
                activity.prepare(effect.key(), effect.caseNumber(), input, answer.verdict(), answer.today());
            } catch (ActivityBarred barred) {
                return new Preparation.Barred(null, guard.text(barred.why()));
            }
            if (answer.losesFee()) {
                guard.leavesWithoutFee(effect, answer.verdict());
            }
            return new Preparation.Ready();
        });
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
