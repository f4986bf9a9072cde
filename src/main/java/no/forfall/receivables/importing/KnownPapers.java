package no.forfall.receivables.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import no.forfall.intake.reading.FieldRefused;
import no.forfall.receivables.Creditor;
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
     * Remembers a paper in the caller's transaction. Of two that come at once, the second waits for the first.
     *
     * @return false when it was known, with the same content
     * @throws FieldRefused when its number was known with another content
     */
    boolean remember(Creditor creditor, Paper paper) {
        int added = jdbc.sql("insert into app.imported_document (creditor_id, kind, number, content)"
                        + " values (:creditor, :kind, :number, cast(:content as jsonb)) on conflict do nothing")
                .param("creditor", creditor.id())
                .param("kind", kind(paper))
                .param("number", paper.number())
                .param("content", write(content(paper)))
                .update();
        if (added == 0) {
            compare(stored(creditor, paper), paper);
        }
        return added == 1;
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

    private Map<String, String> stored(Creditor creditor, Paper paper) {
        return read(jdbc.sql("select content from app.imported_document"
                        + " where creditor_id = :creditor and kind = :kind and number = :number")
                .param("creditor", creditor.id())
                .param("kind", kind(paper))
                .param("number", paper.number())
                .query(String.class)
                .single());
    }

    private static String kind(Paper paper) {
        return paper.isCredit() ? "CREDIT" : "INVOICE";
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
