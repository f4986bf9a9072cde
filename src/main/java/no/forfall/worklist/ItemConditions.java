package no.forfall.worklist;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.forfall.casefile.CaseSearch;
import no.forfall.shared.Country;

/** A {@link WorkFilter} in SQL on the item {@code w}: the conditions and their values. */
public final class ItemConditions {

    private final List<String> parts = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    private static final String[] REPLIES = {"agreePlan", "lookForPayment", "assessDispute"};

    public ItemConditions(WorkFilter filter, CaseSearch search, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Country.NO.zone());
        sleep(filter.sleep(), now, today);
        if (filter.assignee() != null) {
            whose(filter.assignee(), filter.covered(), filter.sleep());
        }
        if (filter.unassigned()) {
            parts.add("w.assignee is null");
        }
        if (filter.teams() != null) {
            add(
                    "(w.team is null or w.team = any(:teams))",
                    "teams",
                    filter.teams().toArray(String[]::new));
        }
        if (filter.text() != null) {
            text(filter.text(), search);
        }
        if (filter.action() != null) {
            action(filter.action());
        }
        if (filter.leastAge() != null) {
            add("w.invoice_due_on <= :duelatest", "duelatest", Date.valueOf(today.minusDays(filter.leastAge())));
        }
        if (filter.leastAmount() != null) {
            add("w.open_principal >= :leastamount", "leastamount", filter.leastAmount());
        }
        if (filter.because() != null) {
            // written out, so that the indexes of single reasons are used
            parts.add("jsonb_exists(w.parts, '" + filter.because().name() + "')");
        }
    }

    private void sleep(WorkFilter.Sleep sleep, Instant now, LocalDate today) {
        switch (sleep) {
            case AWAKE -> add("(w.skipped_until is null or w.skipped_until <= :now)", "now", Timestamp.from(now));
            case SNOOZED -> add("w.skipped_until > :now", "now", Timestamp.from(now));
            case WOKEN -> {
                Instant midnight =
                        today.plusDays(1).atStartOfDay(Country.NO.zone()).toInstant();
                add(
                        "w.snoozed_by is not null and (w.woken_by is not null or w.skipped_until < :morrow)",
                        "morrow",
                        Timestamp.from(midnight));
            }
        }
    }

    private void whose(String person, Set<String> covered, WorkFilter.Sleep sleep) {
        Set<String> all = new HashSet<>(covered);
        all.add(person);
        add(
                (sleep == WorkFilter.Sleep.AWAKE ? "w.assignee" : "w.snoozed_by") + " = any(:whose)",
                "whose",
                all.toArray(String[]::new));
    }

    private void text(String text, CaseSearch search) {
        Optional<Long[]> found = search.byNameOrNumber(text);
        if (found.isPresent()) {
            add(
                    "w.case_number in (select number from app.collection_case where invoice_id = any(:found))",
                    "found",
                    found.get());
        } else {
            parts.add("exists (select 1 from app.collection_case c join app.invoice i on i.id = c.invoice_id"
                    + " join app.debtor d on d.id = i.debtor_id where c.number = w.case_number"
                    + " and (" + CaseSearch.NAME_OR_NUMBER + "))");
            values.putAll(CaseSearch.values(text));
        }
    }

    private void action(String action) {
        List<String> standing = Arrays.stream(WorkItem.Kind.values())
                .filter(kind -> kind != WorkItem.Kind.STEP)
                .map(WorkItem.Kind::name)
                .toList();
        if (action.equals(WorkFilter.STANDING) || standing.contains(action)) {
            List<String> kinds = standing.contains(action) ? List.of(action) : standing;
            add("w.kind = any(:kinds)", "kinds", kinds.toArray(String[]::new));
        } else if (action.equals(WorkFilter.REPLIES)) {
            add("w.kind = 'STEP' and w.element = any(:replies)", "replies", REPLIES);
        } else {
            add("w.kind = 'STEP' and w.element = :action", "action", action);
        }
    }

    private void add(String part, String name, Object value) {
        parts.add(part);
        values.put(name, value);
    }

    /** To follow another condition. */
    public String and() {
        return parts.isEmpty() ? "" : " and " + String.join(" and ", parts);
    }

    public Map<String, Object> values() {
        return values;
    }
}
