package no.forfall.engine;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import no.forfall.shared.LocalText;

/**
 * One field of an activity, as a designer fills it in.
 *
 * @param choices what it can be; empty when it takes any text
 */
record ActivityField(String name, LocalText label, boolean required, List<Choice> choices) {

    record Choice(String value, LocalText label) {}

    private static final List<Choice> YES_OR_NO = List.of(
            new Choice("true", new LocalText("Ja", "Ja", "Yes")),
            new Choice("false", new LocalText("Nei", "Nej", "No")));

    static List<ActivityField> of(Activity<?> activity) {
        return Catalogue.components(activity).stream().map(ActivityField::of).toList();
    }

    private static ActivityField of(RecordComponent component) {
        return new ActivityField(
                component.getName(),
                label(component, component.getName()),
                Catalogue.isRequired(component),
                choices(component.getType()));
    }

    private static List<Choice> choices(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return YES_OR_NO;
        }
        return type.isEnum()
                ? Arrays.stream(type.getFields())
                        .filter(field -> field.isEnumConstant())
                        .map(field -> new Choice(field.getName(), label(field, field.getName())))
                        .toList()
                : List.of();
    }

    /** What the label says; without one, the name as a word. */
    static LocalText label(AnnotatedElement element, String name) {
        Label label = element.getAnnotation(Label.class);
        if (label != null) {
            return new LocalText(label.nb(), label.sv(), label.en());
        }
        String words =
                name.replaceAll("([a-z])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase();
        String word = words.substring(0, 1).toUpperCase() + words.substring(1);
        return new LocalText(word, word, word);
    }
}
