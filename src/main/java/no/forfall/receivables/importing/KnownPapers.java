package no.forfall.receivables.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import no.forfall.intake.reading.FieldRefused;
import no.forfall.receivables.Invoice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers what every imported invoice and credit note said, so that the same one is known and another is noticed. */
@Component
class KnownPapers {

    private static final TypeReference<Map<String, String>> CONTENT = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    KnownPapers(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Remembers papers in the caller's transaction. Of two that come at once, the second waits for the first.
     *
     * @return those that were not known; the others are known with the same content
     * @throws FieldRefused when the number of one was known with another content
     */
    Set<Sale> remember(List<Sale> sales) {
        Map<List<Object>, Sale> first = new LinkedHashMap<>();
        sales.forEach(sale -> first.putIfAbsent(key(sale), sale));
        Set<Sale> added = Collections.newSetFromMap(new IdentityHashMap<>());
        add(first.values()).forEach(key -> added.add(Objects.requireNonNull(first.get(key))));
        sales.stream().filter(sale -> !added.contains(sale)).forEach(sale -> compare(stored(sale), sale.paper()));
        return added;
    }

    private static List<Object> key(Sale sale) {
        return List.of(sale.creditor().id(), sale.kind(), sale.paper().number());
    }

    private List<List<Object>> add(Collection<Sale> sales) {
        return jdbc.sql("insert into app.imported_document (creditor_id, kind, number, content)"
                        + " select creditor, kind, number, cast(content as jsonb)"
                        + " from unnest(:creditors, :kinds, :numbers, :contents) as d(creditor, kind, number, content)"
                        + " on conflict do nothing returning creditor_id, kind, number")
                .param("creditors", column(sales, sale -> sale.creditor().id(), Long[]::new))
                .param("kinds", column(sales, Sale::kind, String[]::new))
                .param("numbers", column(sales, sale -> sale.paper().number(), String[]::new))
                .param("contents", column(sales, sale -> write(content(sale.paper())), String[]::new))
                .query((row, number) -> List.<Object>of(row.getLong(1), row.getString(2), row.getString(3)))
                .list();
    }

    private static <T> T[] column(Collection<Sale> sales, Function<Sale, T> value, IntFunction<T[]> array) {
        return sales.stream().map(value).toArray(array);
    }

    /** @throws FieldRefused when an invoice that came into the books another way says something else */
    void compare(Invoice booked, Paper paper) {
        Map<String, String> content = new TreeMap<>();
        content.put("issued", booked.issuedOn().toString());
        content.put("due", booked.firstDueOn().toString());
        content.put("amount", booked.amount().toString());
        content.put("reference", Objects.requireNonNullElse(booked.paymentReference(), ""));
        content.put("customer", booked.debtor().customerNumber());
        content.put("credits", "");
        compare(content, paper);
    }

    private static void compare(Map<String, String> before, Paper paper) {
        content(paper).forEach((field, now) -> {
            String then = before.getOrDefault(field, "");
            if (!then.equals(now)) {
                throw new FieldRefused(
                        paper.fields().number(), "intake.invoice.differs", paper.number(), field, then, now);
            }
        });
    }

    private static Map<String, String> content(Paper paper) {
        Map<String, String> content = new TreeMap<>();
        content.put("issued", paper.issuedOn().toString());
        content.put("due", Objects.toString(paper.dueOn(), ""));
        content.put("amount", paper.amount().toString());
        content.put("reference", Objects.requireNonNullElse(paper.reference(), ""));
        content.put("customer", paper.buyer().number());
        content.put("credits", Objects.requireNonNullElse(paper.credits(), ""));
        return content;
    }

    private Map<String, String> stored(Sale sale) {
        return read(jdbc.sql("select content from app.imported_document"
                        + " where creditor_id = :creditor and kind = :kind and number = :number")
                .param("creditor", sale.creditor().id())
                .param("kind", sale.kind())
                .param("number", sale.paper().number())
                .query(String.class)
                .single());
    }

    private String write(Map<String, String> content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> read(String content) {
        try {
            return json.readValue(content, CONTENT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
