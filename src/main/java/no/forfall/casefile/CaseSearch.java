package no.forfall.casefile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the invoices that a typed text may mean, each way by an index of its own. A text that means too many is none to look
 * up by: a list then goes through its rows in their order and stops when it has enough.
 */
@Repository
@Transactional(readOnly = true)
public class CaseSearch {

    /** How many invoices a text may mean. */
    static final int MOST = 10_000;

    /** What {@link #byNameOrNumber} looks for, as a condition on case {@code c}, invoice {@code i} and debtor {@code d}. */
    public static final String NAME_OR_NUMBER =
            "lower(d.name) like lower(:pattern) or c.number = upper(:text) or i.number = :text";

    private static final List<String> BY_NAME_OR_NUMBER = List.of(
            "select id from app.invoice where number = :text",
            "select invoice_id from app.collection_case where number = upper(:text)",
            ofDebtor("lower(o.name) like lower(:pattern)"));

    private static final String BY_ORGANISATION =
            ofDebtor("regexp_replace(o.organisation_number, '\\D', '', 'g') = :digits");
    private static final String BY_PHONE = ofDebtor(
            "reverse(regexp_replace(o.phone, '\\D', '', 'g')) like reverse(:digits) || '%' and not o.protected_address");

    private final JdbcClient jdbc;

    CaseSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String ofDebtor(String condition) {
        return "select v.id from app.debtor o join app.invoice v on v.debtor_id = o.id where " + condition;
    }

    /** By part of a debtor's name, or by a case or invoice number; empty when it means too many. */
    public Optional<Long[]> byNameOrNumber(String typed) {
        return ids(BY_NAME_OR_NUMBER, values(new SearchText(typed)));
    }

    /** In every way; empty when it means too many. */
    Optional<Long[]> byAnything(SearchText search) {
        List<String> ways = new ArrayList<>(BY_NAME_OR_NUMBER);
        Map<String, Object> values = values(search);
        if (!search.digits().isEmpty()) {
            values.put("digits", search.digits());
            ways.add("select id from app.invoice where payment_reference = :digits");
        }
        if (search.isLongNumber()) {
            ways.add(BY_ORGANISATION);
            ways.add(BY_PHONE);
        }
        search.amount().ifPresent(amount -> {
            values.put("amount", amount);
            ways.add("select id from app.invoice where amount = :amount");
            ways.add("select invoice_id from app.collection_case where open_principal = :amount");
        });
        return ids(ways, values);
    }

    /** The values of {@link #NAME_OR_NUMBER}. */
    public static Map<String, Object> values(String typed) {
        return values(new SearchText(typed));
    }

    static Map<String, Object> values(SearchText search) {
        return new HashMap<>(Map.of("text", search.text(), "pattern", search.pattern()));
    }

    private Optional<Long[]> ids(List<String> ways, Map<String, Object> values) {
        List<Long> found = jdbc.sql(String.join(" union all ", ways) + " limit " + (MOST + 1))
                .params(values)
                .query(Long.class)
                .list();
        return found.size() > MOST
                ? Optional.empty()
                : Optional.of(found.stream().distinct().toArray(Long[]::new));
    }
}
