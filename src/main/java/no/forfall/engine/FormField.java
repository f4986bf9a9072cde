package no.forfall.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** One field of a Camunda Form and what it takes. Faults are message keys. */
record FormField(JsonNode component) {

    String key() {
        return component.path("key").asText();
    }

    /** Whether the field begins empty each time, whatever the process knows by its name from an earlier turn. */
    boolean startsEmpty() {
        return component.path("properties").path("starts").asText().equals("empty");
    }

    /** The FEEL condition under which the form does not show the field. */
    Optional<String> hiddenWhen() {
        String condition = component.path("conditional").path("hide").asText("");
        return condition.isBlank() ? Optional.empty() : Optional.of(condition.replaceFirst("^=", ""));
    }

    Optional<String> fault(@Nullable Object value) {
        if (value == null || value.toString().isBlank()) {
            return rule("required").asBoolean(false) ? Optional.of("form.required") : Optional.empty();
        }
        return switch (component.path("type").asText()) {
            case "number" -> number(value);
            case "checkbox" -> value instanceof Boolean ? Optional.empty() : Optional.of("form.checkbox");
            case "datetime" -> date(value);
            case "select", "radio" -> choice(value);
            default -> text(value.toString());
        };
    }

    private JsonNode rule(String name) {
        return component.path("validate").path(name);
    }

    private Optional<String> number(Object value) {
        try {
            BigDecimal number = new BigDecimal(value.toString());
            boolean tooSmall =
                    rule("min").isNumber() && number.compareTo(rule("min").decimalValue()) < 0;
            boolean tooLarge =
                    rule("max").isNumber() && number.compareTo(rule("max").decimalValue()) > 0;
            return tooSmall || tooLarge ? Optional.of("form.limits") : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.of("form.number");
        }
    }

    private Optional<String> date(Object value) {
        boolean withTime = component.path("subtype").asText().equals("datetime");
        try {
            if (withTime) {
                DateTimeFormatter.ISO_DATE_TIME.parse(value.toString());
            } else {
                LocalDate.parse(value.toString());
            }
            return Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.of(withTime ? "form.dateTime" : "form.date");
        }
    }

    private Optional<String> choice(Object value) {
        boolean known = StreamSupport.stream(component.path("values").spliterator(), false)
                .anyMatch(option -> option.path("value").asText().equals(value.toString()));
        return known ? Optional.empty() : Optional.of("form.choice");
    }

    private Optional<String> text(String value) {
        boolean tooLong = value.length() > rule("maxLength").asInt(4000);
        boolean wrong =
                rule("pattern").isTextual() && !Pattern.matches(rule("pattern").asText(), value);
        return tooLong || wrong ? Optional.of("form.text") : Optional.empty();
    }

    /** Whole numbers stay whole, amounts are kept as text, as is everything else that is no truth value. */
    Object converted(Object value) {
        if (value instanceof Boolean) {
            return value;
        }
        if (component.path("type").asText().equals("number")) {
            BigDecimal number = new BigDecimal(value.toString()).stripTrailingZeros();
            if (component.path("serializeToString").asBoolean()) {
                return number.toPlainString();
            }
            return number.scale() <= 0 ? (Object) number.longValueExact() : number.doubleValue();
        }
        return value.toString();
    }
}
