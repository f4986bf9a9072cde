package no.forfall.receivables.importing;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import no.forfall.receivables.Creditor;
import no.forfall.receivables.ReferenceAgreement;
import no.forfall.receivables.ReferenceAgreements;
import no.forfall.references.CheckDigit;
import no.forfall.references.ReferenceRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes payment references for invoices that come without one, where the creditor's agreement says so: running numbers, with
 * nothing of the debtor in them.
 */
@Component
class NewReferences {

    private final ReferenceAgreements agreements;
    private final JdbcClient jdbc;

    NewReferences(ReferenceAgreements agreements, JdbcClient jdbc) {
        this.agreements = agreements;
        this.jdbc = jdbc;
    }

    /**
     * In the transaction of the invoices; another one that makes references for the same creditor waits for it.
     *
     * @return by creditor, one for each of its invoices without a reference; fewer when the agreed lengths take no more
     *     numbers, none where none are made
     */
    Map<Long, Deque<String>> of(List<Sale> sales) {
        Map<Creditor, List<Paper>> bare = sales.stream()
                .filter(sale -> !sale.paper().isCredit() && sale.paper().reference() == null)
                .collect(Collectors.groupingBy(Sale::creditor, Collectors.mapping(Sale::paper, Collectors.toList())));
        Set<String> taken = sales.stream()
                .map(Sale::paper)
                .flatMap(paper -> Stream.of(Optional.ofNullable(paper.reference()), Optional.of(paper.number())))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        Map<Long, Deque<String>> made = new HashMap<>();
        bare.keySet().stream().sorted(Comparator.comparing(Creditor::id)).forEach(creditor -> agreements
                .of(creditor)
                .filter(ReferenceAgreement::generates)
                .ifPresent(agreement -> made.put(
                        creditor.id(),
                        free(creditor, agreement.rule(), bare.get(creditor).size(), taken))));
        return made;
    }

    /** No invoice of the creditor has one of them as its reference, nor as its number, by which people pay too. */
    private Deque<String> free(Creditor creditor, ReferenceRule rule, int count, Set<String> taken) {
        Deque<String> free = new ArrayDeque<>();
        boolean more = true;
        for (int span = count; more && free.size() < count; span *= 2) {
            List<String> made = numbered(rule, reserve(creditor, span), span);
            Set<String> used = new HashSet<>(taken);
            used.addAll(used(creditor, made));
            made.stream()
                    .filter(reference -> !used.contains(reference) && isDigits(reference))
                    .limit(count - free.size())
                    .forEach(free::add);
            more = !made.isEmpty();
        }
        return free;
    }

    private static List<String> numbered(ReferenceRule rule, long last, int span) {
        return LongStream.rangeClosed(last - span + 1, last)
                .mapToObj(rule::numbered)
                .flatMap(Optional::stream)
                .toList();
    }

    /** A hyphen at the end is right, and hard to type on a telephone. */
    private static boolean isDigits(String reference) {
        return reference.charAt(reference.length() - 1) != CheckDigit.TEN;
    }

    private long reserve(Creditor creditor, int span) {
        return jdbc.sql("update app.reference_agreement set last_number = last_number + :span"
                        + " where creditor_id = :creditor returning last_number")
                .param("span", span)
                .param("creditor", creditor.id())
                .query(Long.class)
                .single();
    }

    private List<String> used(Creditor creditor, List<String> references) {
        return jdbc.sql("select payment_reference from app.invoice"
                        + " where creditor_id = :creditor and payment_reference = any(:references)"
                        + " union select number from app.invoice"
                        + " where creditor_id = :creditor and number = any(:references)")
                .param("creditor", creditor.id())
                .param("references", references.toArray(String[]::new))
                .query(String.class)
                .list();
    }
}
