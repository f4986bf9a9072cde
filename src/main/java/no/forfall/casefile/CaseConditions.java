package no.forfall.casefile;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.forfall.shared.CaseNumber;

/** A {@link CaseQuery} in SQL: the conditions and their values. */
final class CaseConditions {

    private final List<String> parts = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    CaseConditions(CaseQuery query, LocalDate today) {
        if (query.text() != null && !query.text().isBlank()) {
            text(new SearchText(query.text()));
        }
        if (query.status() != null) {
            add("c.state = :status", "status", query.status().name());
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
                    "p.amount <> 0 and cast(:today as date) - i.due_on between :from and :through",
                    "today",
                    Date.valueOf(today));
            values.put("from", query.age().from());
            values.put("through", query.age().through());
        }
        if (query.currency() != null) {
            add("i.currency = :currency", "currency", query.currency());
        }
        if (query.paidSince() != null) {
            add(
                    "exists (select 1 from app.ledger_line l where l.invoice_id = i.id and l.kind = 'PAYMENT'"
                            + " and l.booked_on >= :paidSince)",
                    "paidSince",
                    Date.valueOf(query.paidSince()));
        }
        if (query.numbers() != null) {
            add(
                    "c.number = any(:numbers)",
                    "numbers",
                    query.numbers().stream().map(CaseNumber::value).toArray(String[]::new));
        }
    }

    private void text(SearchText search) {
        List<String> ways = new ArrayList<>(List.of(
                "select id from app.invoice where number = :text or payment_reference = :digits",
                "select invoice_id from app.collection_case where number = upper(:text)",
                "select v.id from app.invoice v join app.debtor o on o.id = v.debtor_id"
                        + " where position(lower(:text) in lower(o.name)) > 0"));
        values.put("text", search.text());
        values.put("digits", search.digits());
        if (search.digits().length() >= 8) {
            ways.add("select v.id from app.invoice v join app.debtor o on o.id = v.debtor_id"
                    + " where regexp_replace(o.organisation_number, '\\D', '', 'g') = :digits"
                    + " or regexp_replace(o.phone, '\\D', '', 'g') like '%' || :digits");
        }
        search.amount().ifPresent(amount -> {
            values.put("amount", amount);
            ways.add("select id from app.invoice where amount = :amount");
        });
        String open = values.containsKey("amount") ? " or p.amount = :amount" : "";
        parts.add("(i.id in (" + String.join(" union ", ways) + ")" + open + ")");
    }

    private void add(String part, String name, Object value) {
        parts.add(part);
        values.put(name, value);
    }

    String where() {
        return parts.isEmpty() ? "" : " where " + String.join(" and ", parts);
    }

    Map<String, Object> values() {
        return values;
    }
}
