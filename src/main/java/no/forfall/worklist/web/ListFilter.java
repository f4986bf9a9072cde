package no.forfall.worklist.web;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.forfall.identity.Role;
import no.forfall.worklist.OrderFact;
import no.forfall.worklist.WorkFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the list is narrowed by, as the page's address and its fields have it. A field that makes no sense narrows nothing and
 * is named among the faults.
 */
record ListFilter(
        String query,
        String action,
        String team,
        String because,
        String age,
        String amount,
        String holder,
        boolean mine,
        boolean free,
        boolean snoozed,
        boolean woken) {

    /** The teams that work comes up for. */
    static final List<String> TEAMS = List.of(Role.HANDLER.group(), Role.MANAGER.group());

    /** The reader's own teams. */
    static final String OWN = "own";

    static ListFilter of(Map<String, String> fields) {
        return new ListFilter(
                text(fields, "query"),
                text(fields, "action"),
                text(fields, "team"),
                text(fields, "because"),
                text(fields, "age"),
                text(fields, "amount"),
                text(fields, "holder"),
                Boolean.parseBoolean(fields.get("mine")),
                Boolean.parseBoolean(fields.get("free")),
                Boolean.parseBoolean(fields.get("snoozed")),
                Boolean.parseBoolean(fields.get("woken")));
    }

    /** @param query an address's part behind the question mark */
    static ListFilter of(String query) {
        Map<String, String> fields = UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .toSingleValueMap();
        Map<String, String> decoded = new LinkedHashMap<>();
        fields.forEach((name, value) ->
                decoded.put(name, value == null ? "" : URLDecoder.decode(value, StandardCharsets.UTF_8)));
        return of(decoded);
    }

    private static String text(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "").strip();
    }

    WorkFilter toWorkFilter(String person) {
        return toWorkFilter(person, Set.of(), Set.of());
    }

    /**
     * @param covered whose items are the person's too
     * @param teams those of the person
     */
    WorkFilter toWorkFilter(String person, Set<String> covered, Set<String> teams) {
        return new WorkFilter(
                mine || (woken && !snoozed) ? person : holder.isEmpty() ? null : holder,
                free,
                team.equals(OWN) ? teams : TEAMS.contains(team) ? Set.of(team) : null,
                query.isEmpty() ? null : query,
                action.isEmpty() ? null : action,
                leastAge(),
                leastAmount(),
                fact(),
                covered,
                sleep());
    }

    private WorkFilter.Sleep sleep() {
        if (snoozed) {
            return WorkFilter.Sleep.SNOOZED;
        }
        return woken ? WorkFilter.Sleep.WOKEN : WorkFilter.Sleep.AWAKE;
    }

    private @Nullable Integer leastAge() {
        return age.matches("\\d{1,4}") ? Integer.valueOf(age) : null;
    }

    /** Digits with spaces between thousands and a point or a comma before the cents. */
    private @Nullable BigDecimal leastAmount() {
        String plain = amount.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
        return plain.matches("\\d{1,12}(\\.\\d{1,2})?") ? new BigDecimal(plain) : null;
    }

    private @Nullable OrderFact fact() {
        return Arrays.stream(OrderFact.values())
                .filter(fact -> fact.name().equals(because))
                .findFirst()
                .orElse(null);
    }

    /** What makes no sense, by the names of the fields. */
    Map<String, String> faults() {
        Map<String, String> faults = new TreeMap<>();
        fault("age", age, leastAge(), faults);
        fault("amount", amount, leastAmount(), faults);
        fault("because", because, fact(), faults);
        fault("team", team, team.equals(OWN) || TEAMS.contains(team) ? team : null, faults);
        return faults;
    }

    private static void fault(String field, String typed, @Nullable Object meant, Map<String, String> faults) {
        if (!typed.isEmpty() && meant == null) {
            faults.put(field, typed);
        }
    }

    /** Whether more than the fields that are always seen is in use. */
    public boolean isDetailed() {
        return snoozed || !(team + because + age + amount + holder).isEmpty();
    }

    /** The address's part behind the question mark, with what narrows only; empty when nothing does. */
    String toQuery() {
        UriComponentsBuilder address = UriComponentsBuilder.newInstance();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("query", query);
        fields.put("action", action);
        fields.put("team", team);
        fields.put("because", because);
        fields.put("age", age);
        fields.put("amount", amount);
        fields.put("holder", holder);
        fields.put("mine", mine ? "true" : "");
        fields.put("free", free ? "true" : "");
        fields.put("snoozed", snoozed ? "true" : "");
        fields.put("woken", woken ? "true" : "");
        fields.values().removeIf(String::isEmpty);
        fields.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        String written = address.encode().buildAndExpand(fields).toUriString();
        return written.startsWith("?") ? written.substring(1) : written;
    }
}
