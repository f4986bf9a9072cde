package no.forfall.engine;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The activities as a page for designers: what each is called, what it needs, and whether a case waits at it. */
@Component
class ActivityReference {

    private final Catalogue catalogue;

    ActivityReference(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    String markdown() {
        return """
                # Activities

                What a diagram can have done. Draw a task, choose one of these as its template, fill in the fields. This page is written from the code.
                """ + catalogue.all().stream().map(ActivityReference::section).collect(Collectors.joining());
    }

    private static String section(Activity<?> activity) {
        List<ActivityField> fields = ActivityField.of(activity);
        return "\n## " + ElementTemplates.label(activity).in(Locale.ENGLISH) + "\n\n`${" + activity.name() + "}`. "
                + (activity instanceof OutsideActivity
                        ? "It leaves the house: the law is asked, and the case waits here until it has been delivered.\n"
                        : "It is done at once, inside the house.\n")
                + (fields.isEmpty() ? "" : "\n| field | label | filled in | values |\n|---|---|---|---|\n")
                + fields.stream().map(ActivityReference::row).collect(Collectors.joining());
    }

    private static String row(ActivityField field) {
        String values = field.choices().isEmpty()
                ? "text or expression"
                : field.choices().stream()
                        .map(choice ->
                                "`" + choice.value() + "` " + choice.label().in(Locale.ENGLISH))
                        .collect(Collectors.joining(", "));
        return "| `" + field.name() + "` | " + field.label().in(Locale.ENGLISH) + " | "
                + (field.required() ? "always" : "if wanted") + " | " + values + " |\n";
    }
}
