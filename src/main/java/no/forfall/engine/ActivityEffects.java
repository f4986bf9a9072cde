package no.forfall.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.forfall.engine.running.Instances;
import no.forfall.outbox.Delivery;
import no.forfall.outbox.Effect;
import no.forfall.outbox.EffectHandler;
import no.forfall.outbox.Preparation;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.OncePerTransaction;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/** Carries the effects of {@link OutsideActivity activities} through the outbox; the law is asked when one is queued and before it leaves. */
@Component
class ActivityEffects implements EffectHandler {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final Catalogue catalogue;
    private final CaseBook cases;
    private final Guard guard;
    private final RuntimeService runtime;
    private final ProcessEngineConfigurationImpl engine;
    private final ObjectMapper json;
    private final OncePerTransaction<CaseNumber, Boolean> instances = new OncePerTransaction<>();

    ActivityEffects(Catalogue catalogue, CaseBook cases, Guard guard, ProcessEngine engine, ObjectMapper json) {
        this.catalogue = catalogue;
        this.cases = cases;
        this.guard = guard;
        this.runtime = engine.getRuntimeService();
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
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
    public Optional<Preparation.Standstill> weigh(Effect effect) {
        return cases.standing(effect.caseNumber()) == CaseBook.Standing.OPEN
                ? found(effect).flatMap(activity -> weigh(effect, activity))
                : Optional.empty();
    }

    private <I extends Record> Optional<Preparation.Standstill> weigh(Effect effect, OutsideActivity<I> activity) {
        I input = catalogue.input(activity, effect.input());
        return activity.legalStep(input).isWeighedByLaw()
                ? ask(effect, activity, input).stop()
                : Optional.empty();
    }

    @Override
    public Set<CaseNumber> lockFree(Collection<CaseNumber> caseNumbers) {
        return cases.lockFree(caseNumbers.stream().map(CaseNumber::value).toList()).stream()
                .map(CaseNumber::new)
                .collect(Collectors.toSet());
    }

    @Override
    public void expect(Collection<Effect> effects) {
        Map<OutsideActivity<?>, Map<UUID, CaseNumber>> keys = new LinkedHashMap<>();
        effects.forEach(effect -> found(effect)
                .ifPresent(activity -> keys.computeIfAbsent(activity, one -> new LinkedHashMap<>())
                        .put(effect.key(), effect.caseNumber())));
        keys.forEach(OutsideActivity::expect);
        instances.expect(effects.stream().map(Effect::caseNumber).toList());
    }

    private <I extends Record> Guard.Answer ask(Effect effect, OutsideActivity<I> activity, I input) {
        return guard.ask(
                effect, activity.legalStep(input), today -> activity.feeWish(effect.caseNumber(), input, today));
    }

    @Override
    public Preparation prepare(Effect effect) {
        return prepare(effect, activity(effect));
    }

    private <I extends Record> Preparation prepare(Effect effect, OutsideActivity<I> activity) {
        I input = catalogue.input(activity, effect.input());
        CaseBook.Standing standing = cases.lock(effect.caseNumber());
        if (standing == CaseBook.Standing.OPEN || activity.evenWhenHeldOrClosed(input)) {
            return prepare(effect, activity, input);
        }
        return standing == CaseBook.Standing.HELD
                ? new Preparation.Held()
                : new Preparation.Withdrawn("the case is closed");
    }

    private <I extends Record> Preparation prepare(Effect effect, OutsideActivity<I> activity, I input) {
        Guard.Answer answer = ask(effect, activity, input);
        return answer.stop().<Preparation>map(stop -> stop).orElseGet(() -> {
            Delivery delivery;
            try {
                delivery = activity.prepare(effect.key(), effect.caseNumber(), input, answer.verdict(), answer.today());
            } catch (ActivityBarred barred) {
                return new Preparation.Barred(null, guard.text(barred.why()));
            } catch (ActivityWaits waits) {
                return new Preparation.NotBefore(waits.until(), waits.rule(), guard.text(waits.why()));
            }
            if (answer.losesFee()) {
                guard.leavesWithoutFee(effect, answer.verdict());
            }
            return new Preparation.Ready(delivery);
        });
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
        CaseBook.Standing standing = cases.lock(effect.caseNumber());
        Origin origin = Origin.parse(effect.origin());
        if (waits(effect.caseNumber(), origin)) {
            if (standing == CaseBook.Standing.HELD) {
                return false;
            }
            runtime.signal(origin.execution(), "delivered", origin.visit(), read(facts));
        }
        return true;
    }

    private boolean waits(CaseNumber caseNumber, Origin origin) {
        return engine.getCommandExecutorTxRequired().execute(command -> {
            instances.of(caseNumber, cases -> read(command, cases));
            ExecutionEntity execution = command.getExecutionManager().findExecutionById(origin.execution());
            return execution != null && origin.element().equals(execution.getActivityId());
        });
    }

    private static Map<CaseNumber, Boolean> read(CommandContext command, List<CaseNumber> cases) {
        Instances.read(command, cases.stream().map(CaseNumber::value).toList());
        return cases.stream().collect(Collectors.toMap(Function.identity(), each -> true));
    }

    private Map<String, Object> read(String facts) {
        try {
            return json.readValue(facts, FACTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not facts: " + facts, e);
        }
    }
}
