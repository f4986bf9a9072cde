package no.forfall.engine;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.forfall.shared.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.stereotype.Component;

/** All activities by name. They are looked up late, because the engine is made before the rooms that bring them. */
@Component
public class Catalogue {

    private final ObjectProvider<Activity<?>> provider;
    private final ObjectMapper json;
    private @Nullable Map<String, Activity<?>> activities;

    Catalogue(ObjectProvider<Activity<?>> provider, ObjectMapper json) {
        this.provider = provider;
        this.json = json.copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    private synchronized Map<String, Activity<?>> byName() {
        if (activities == null) {
            Map<String, Activity<?>> found = new TreeMap<>();
            provider.stream().forEach(activity -> found.put(activity.name(), activity));
            activities = found;
        }
        return activities;
    }

    public Collection<Activity<?>> all() {
        return byName().values();
    }

    /** How an activity is called in the reader's language; its bare name when it is not known any more. */
    public String labelOf(String name, Locale language) {
        return find(name)
                .map(activity -> AnnotationUtils.findAnnotation(AopUtils.getTargetClass(activity), Label.class))
                .map(label -> new LocalText(label.nb(), label.sv(), label.en()).in(language))
                .orElse(name);
    }

    Optional<Activity<?>> find(String name) {
        return Optional.ofNullable(byName().get(name));
    }

    /** The fields of an activity in the order of its input; the value tells whether it must be filled in. */
    Optional<Map<String, Boolean>> fieldsOf(String name) {
        return find(name).map(activity -> {
            Map<String, Boolean> fields = new LinkedHashMap<>();
            components(activity).forEach(component -> fields.put(component.getName(), isRequired(component)));
            return fields;
        });
    }

    static List<RecordComponent> components(Activity<?> activity) {
        return Arrays.asList(activity.inputType().getRecordComponents());
    }

    static boolean isRequired(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** @throws IllegalArgumentException when a value does not fit its field; the message names it */
    <I extends Record> I input(Activity<I> activity, Map<String, Object> values) {
        return json.convertValue(values, activity.inputType());
    }

    <I extends Record> I input(Activity<I> activity, String values) {
        try {
            return json.readValue(values, activity.inputType());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException("Not an input of " + activity.name() + ": " + values, e);
        }
    }
}
