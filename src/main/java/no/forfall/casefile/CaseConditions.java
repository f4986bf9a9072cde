package no.forfall.casefile;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.forfall.cases.CaseState;
import no.forfall.shared.CaseNumber;

/** A {@link CaseQuery} in SQL on the case {@code c}: the conditions and their values. */
final class CaseConditions {

    private static final String INVOICE = "exists (select 1 from app.invoice i where i.id = c.invoice_id and ";

    private final List<CaseState> states;
    private final List<String> parts = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private boolean lookedUp;

    CaseConditions(CaseQuery query, LocalDate today, CaseSearch search) {
        states = query.status() == null ? List.of(CaseState.values()) : List.of(query.status());
        if (query.text() != null && !query.text().isBlank()) {
            text(new SearchText(query.text()), search);
        }
        if (query.process() != null && query.element() != null) {
            add(
                    "exists (select 1 from app.case_token t where t.case_number = c.number and t.process = :process"
                            + " and t.element = :element)",
                    "process",
                    query.process());
            values.put("element", query.element());
        }
        if (query.age() != null) {
            add(
                    "c.open_principal <> 0 and c.due_on between :eldest and :youngest",
                    "eldest",
                    Date.valueOf(today.minusDays(query.age().through())));
            values.put("youngest", Date.valueOf(today.minusDays(query.age().from())));
        }
        if (query.currency() != null) {
            add(INVOICE + "i.currency = :currency)", "currency", query.currency());
        }
        if (query.paidSince() != null) {
            add(
                    "exists (select 1 from app.ledger_line l where l.invoice_id = c.invoice_id and l.kind = 'PAYMENT'"
                            + " and l.booked_on >= :paidSince)",
                    "paidSince",
                    Date.valueOf(query.paidSince()));
        }
        if (query.numbers() != null) {
            lookedUp = true;
            add(
                    "c.number = any(:numbers)",
                    "numbers",
                    query.numbers().stream().map(CaseNumber::value).toArray(String[]::new));
        }
    }

    private void text(SearchText typed, CaseSearch search) {
        Optional<Long[]> found = search.byAnything(typed);
        if (found.isPresent()) {
            lookedUp = true;
            // a statement that looks for one is planned once and for all
            boolean one = found.get().length == 1;
            add("c.invoice_id = " + (one ? ":found" : "any(:found)"), "found", one ? found.get()[0] : found.get());
            return;
        }
        List<String> ways = new ArrayList<>(List.of(CaseSearch.NAME_OR_NUMBER));
        values.putAll(CaseSearch.values(typed));
        if (!typed.digits().isEmpty()) {
            ways.add("i.payment_reference = :digits");
            values.put("digits", typed.digits());
        }
        if (typed.isLongNumber()) {
            ways.add("regexp_replace(d.organisation_number, '\\D', '', 'g') = :digits");
            ways.add("regexp_replace(d.phone, '\\D', '', 'g') like '%' || :digits and not d.protected_address");
        }
        typed.amount().ifPresent(amount -> {
            values.put("amount", amount);
            ways.add("i.amount = :amount");
            ways.add("c.open_principal = :amount");
        });
        parts.add("exists (select 1 from app.invoice i join app.debtor d on d.id = i.debtor_id"
                + " where i.id = c.invoice_id and (" + String.join(" or ", ways) + "))");
    }

    private void add(String part, String name, Object value) {
        parts.add(part);
        values.put(name, value);
    }

    /** In which states the cases may be. */
    List<CaseState> states() {
        return states;
    }

    /** Whether the cases are looked up by what they are, and so are not many. */
    boolean lookedUp() {
        return lookedUp;
    }

    /** To follow another condition. */
    String and() {
        return parts.isEmpty() ? "" : " and " + String.join(" and ", parts);
    }

    Map<String, Object> values() {
        return values;
    }
}
