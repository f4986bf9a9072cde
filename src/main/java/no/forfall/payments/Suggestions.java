package no.forfall.payments;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forfall.payments.Suggestion.Hint;
import no.forfall.receivables.Claims;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Receivables;
import no.forfall.shared.CaseNumber;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Suggests the invoices that a payment without a certain reference may be meant for. Only a person posts on a suggestion.
 */
@Service
@Transactional(readOnly = true)
public class Suggestions {

    private static final int MOST = 5;
    private static final int LEAST_SCORE = 30;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}/.\\-]{2,59}");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int NAMES = 2;

    /** Open claims with something in common, at most twenty by each; invoices are not looked through. */
    private static final String CANDIDATES = """
            (select c.number, c.invoice_id from app.invoice i
                join app.collection_case c on c.invoice_id = i.id
                where (i.number = any(:words) or i.payment_reference = any(:words)) and c.state <> 'CLOSED' limit 20)
            union all
            (select c.number, c.invoice_id from app.collection_case c join app.invoice i on i.id = c.invoice_id
                where c.open_principal = :amount and c.open_principal <> 0 and i.currency = :currency
                and c.state <> 'CLOSED' limit 20)
            union all
            (select c.number, c.invoice_id from
                (select id from app.debtor where :named and lower(name) like all (:names) limit 20) d
                join app.invoice i on i.debtor_id = d.id join app.collection_case c on c.invoice_id = i.id
                where c.state <> 'CLOSED' and i.currency = :currency order by c.due_on limit 20)
            """;

    private final JdbcClient jdbc;
    private final Claims claims;
    private final Receivables receivables;

    Suggestions(JdbcClient jdbc, Claims claims, Receivables receivables) {
        this.jdbc = jdbc;
        this.claims = claims;
        this.receivables = receivables;
    }

    private record Candidate(String caseNumber, long invoiceId) {}

    /** The best first, at most five; none for money that went out. */
    public List<Suggestion> of(Payment payment) {
        if (!payment.waiting().isPositive()) {
            return List.of();
        }
        Set<String> words = words(payment);
        List<Candidate> candidates = candidates(payment, words);
        claims.expect(candidates.stream().map(Candidate::invoiceId).distinct().toList());
        return candidates.stream()
                .map(candidate -> suggestion(candidate, payment, words))
                .filter(each -> each.score() >= LEAST_SCORE
                        && each.open()
                                .getCurrencyUnit()
                                .equals(payment.waiting().getCurrencyUnit())
                        && each.open().isPositive())
                .sorted(Comparator.comparingInt(Suggestion::score).reversed().thenComparing(each -> each.invoice()
                        .dueOn()))
                .filter(once())
                .limit(MOST)
                .toList();
    }

    private static Predicate<Suggestion> once() {
        Set<Long> seen = new HashSet<>();
        return each -> seen.add(each.invoice().id());
    }

    private static Set<String> words(Payment payment) {
        return Stream.of(payment.reference(), payment.text())
                .filter(text -> text != null)
                .flatMap(text -> WORD.matcher(text).results())
                .map(found -> found.group())
                .flatMap(word -> Stream.of(word, word.replaceAll("[.\\-/]+$", "")))
                .limit(60)
                .collect(Collectors.toSet());
    }

    private List<Candidate> candidates(Payment payment, Set<String> words) {
        String[] names = names(payment.payer()).stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .limit(NAMES)
                .map(name -> "%" + name + "%")
                .toArray(String[]::new);
        return jdbc.sql(CANDIDATES)
                .param("words", words.toArray(String[]::new))
                .param("amount", payment.waiting().getAmount())
                .param("currency", payment.waiting().getCurrencyUnit().getCode())
                .param("named", names.length > 0)
                .param("names", names)
                .query((row, number) -> new Candidate(row.getString(1), row.getLong(2)))
                .list();
    }

    private Suggestion suggestion(Candidate candidate, Payment payment, Set<String> words) {
        Invoice invoice = receivables.invoice(candidate.invoiceId());
        Money open = receivables.reckoning(invoice.id()).toPay();
        Set<Hint> hints = EnumSet.noneOf(Hint.class);
        if (words.contains(invoice.number())
                || invoice.paymentReference() != null && words.contains(invoice.paymentReference())) {
            hints.add(Hint.NAMED);
        }
        if (payment.waiting().equals(open)) {
            hints.add(Hint.OPEN_AMOUNT);
        } else if (payment.waiting().equals(invoice.amount())) {
            hints.add(Hint.INVOICED_AMOUNT);
        }
        Set<String> payer = names(payment.payer());
        Set<String> debtor = names(invoice.debtor().name());
        if (!payer.isEmpty() && payer.equals(debtor)) {
            hints.add(Hint.SAME_NAME);
        } else if (!payer.isEmpty() && (payer.containsAll(debtor) || debtor.containsAll(payer))) {
            hints.add(Hint.LIKE_NAME);
        }
        if (Matching.sameAccount(invoice.account(), payment.account())) {
            hints.add(Hint.ACCOUNT);
        }
        int score = Math.min(100, hints.stream().mapToInt(Hint::points).sum());
        return new Suggestion(invoice, new CaseNumber(candidate.caseNumber()), open, score, hints);
    }

    /** The words of a name in any order, as banks turn it. */
    private static Set<String> names(@Nullable String name) {
        return name == null
                ? Set.of()
                : NAME.matcher(name.toLowerCase(Locale.ROOT))
                        .results()
                        .map(found -> found.group())
                        .collect(Collectors.toSet());
    }
}
