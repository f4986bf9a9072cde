package no.forfall.worklist.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import no.forfall.api.Invalid;
import no.forfall.worklist.bulk.BulkAction;
import no.forfall.worklist.bulk.BulkOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is to be done with the chosen rows, as the page's address and its fields have it; a field that is not used is empty.
 *
 * @param outcome the step, a colon, and the outcome
 */
record BulkForm(String action, String to, String later, String because, String until, String outcome) {

    static BulkForm of(Map<String, String> fields) {
        return new BulkForm(
                text(fields, "action"),
                text(fields, "to"),
                text(fields, "later"),
                text(fields, "because"),
                text(fields, "until"),
                text(fields, "outcome"));
    }

    private static String text(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "").strip();
    }

    /** @throws Invalid when no action is named, or what stands in a field cannot be read */
    BulkOrder order() {
        BulkAction chosen = Arrays.stream(BulkAction.values())
                .filter(each -> each.name().equals(action))
                .findFirst()
                .orElseThrow(() -> new Invalid("action", "bulk.action.required"));
        int colon = outcome.indexOf(':');
        return switch (chosen) {
            case ASSIGN -> new BulkOrder(chosen, to, null, null, null, null);
            case SKIP -> new BulkOrder(chosen, null, later, null, null, null);
            case HOLD -> new BulkOrder(chosen, null, because, day(), null, null);
            case COMPLETE ->
                new BulkOrder(
                        chosen,
                        null,
                        null,
                        null,
                        outcome.substring(0, Math.max(colon, 0)),
                        outcome.substring(colon + 1));
            case RELEASE, LETTER -> new BulkOrder(chosen, null, null, null, null, null);
        };
    }

    private @Nullable LocalDate day() {
        try {
            return until.isEmpty() ? null : LocalDate.parse(until);
        } catch (DateTimeParseException unreadable) {
            throw new Invalid("until", "form.date");
        }
    }

    /** The fields that are used, by name. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("action", action);
        fields.put("to", to);
        fields.put("later", later);
        fields.put("because", because);
        fields.put("until", until);
        fields.put("outcome", outcome);
        fields.values().removeIf(String::isEmpty);
        return fields;
    }

    /** The address's part behind the question mark. */
    String toQuery() {
        UriComponentsBuilder address = UriComponentsBuilder.newInstance();
        fields().forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        String written = address.encode().buildAndExpand(fields()).toUriString();
        return written.startsWith("?") ? written.substring(1) : written;
    }
}
