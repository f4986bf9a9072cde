package no.forfall.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.forfall.cases.Token;
import no.forfall.cases.Tokens;
import no.forfall.engine.Editions;
import no.forfall.engine.Place;
import no.forfall.engine.Places;
import no.forfall.outbox.EffectState;
import no.forfall.outbox.Outbox;
import no.forfall.outbox.QueuedEffect;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells where cases stand and what they wait for, in the reader's language. */
@Component
public class Plans {

    private final Tokens tokens;
    private final Outbox outbox;
    private final Places places;
    private final Editions editions;
    private final ObjectMapper json;

    Plans(Tokens tokens, Outbox outbox, Places places, Editions editions, ObjectMapper json) {
        this.tokens = tokens;
        this.outbox = outbox;
        this.places = places;
        this.editions = editions;
        this.json = json;
    }

    /** The tokens by case; a case that stands nowhere is left out. */
    Map<CaseNumber, List<Token>> standing(Collection<CaseNumber> cases) {
        return tokens.of(cases);
    }

    String nameOf(Token token, Locale language) {
        String name = editions.elementName(token.process(), token.element(), language);
        return name.equals(token.element()) ? token.name() : name;
    }

    /**
     * What happens next by itself: an effect that is queued or a wait that ends, whichever is first; else the step or the
     * effect that waits for a person, else what waits for somebody outside. A case that stands nowhere is left out.
     */
    public Map<CaseNumber, PlannedStep> next(Collection<CaseNumber> cases, Locale language) {
        return next(standing(cases), cases, language);
    }

    /** The same where it is known already where the cases stand. */
    Map<CaseNumber, PlannedStep> next(
            Map<CaseNumber, List<Token>> tokens, Collection<CaseNumber> cases, Locale language) {
        Map<CaseNumber, PlannedStep> next = new HashMap<>();
        tokens.forEach((number, standing) -> standing.stream()
                .min(Comparator.comparing(Token::until, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Plans::distance))
                .ifPresent(token -> next.put(
                        number,
                        new PlannedStep(token.element(), nameOf(token, language), token.until(), null, null, false))));
        outbox.waiting(cases).stream()
                .filter(effect -> !effect.effect().origin().isEmpty())
                .forEach(effect -> next.merge(effect.effect().caseNumber(), planned(effect, language), Plans::first));
        return next;
    }

    /** A step that a person can do is nearest, a process that another one waits for is farthest. */
    private static int distance(Token token) {
        return switch (token.kind()) {
            case "userTask" -> 0;
            case "callActivity" -> 2;
            default -> 1;
        };
    }

    private static PlannedStep first(PlannedStep one, PlannedStep other) {
        return one.at() == null
                        || other.decision()
                        || (other.at() != null && other.at().isBefore(one.at()))
                ? other
                : one;
    }

    private PlannedStep planned(QueuedEffect effect, Locale language) {
        Place place = places.of(effect.effect());
        boolean decision = effect.state() != EffectState.QUEUED;
        return new PlannedStep(
                place.element(),
                editions.elementName(place.process(), place.element(), language),
                decision ? null : effect.notBefore(),
                effect.rule(),
                sentence(effect.reason(), language),
                decision);
    }

    /** The reasons of the law are kept in all languages as JSON, those of a receiver as it said them. */
    public @Nullable String sentence(@Nullable String reason, Locale language) {
        if (reason == null || !reason.startsWith("{")) {
            return reason;
        }
        try {
            return json.readValue(reason, LocalText.class).in(language);
        } catch (JsonProcessingException plain) {
            return reason;
        }
    }
}
