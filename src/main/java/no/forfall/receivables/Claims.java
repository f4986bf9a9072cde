package no.forfall.receivables;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads many invoices and their open principal with two queries. */
@Service
@Transactional(readOnly = true)
public class Claims {

    private final Invoices invoices;
    private final LedgerLines lines;

    Claims(Invoices invoices, LedgerLines lines) {
        this.invoices = invoices;
        this.lines = lines;
    }

    /** The claims of the invoices that exist, in no order; a few hundred at a time. */
    public List<Claim> of(Collection<Long> invoiceIds) {
        List<Invoice> found = invoices.withParties(invoiceIds);
        Map<Long, List<LedgerLine>> principal = lines.ofPart(invoiceIds, Part.PRINCIPAL).stream()
                .collect(Collectors.groupingBy(line -> line.invoice().id()));
        return found.stream()
                .map(invoice -> new Claim(
                        invoice,
                        principal.getOrDefault(invoice.id(), List.of()).stream()
                                .map(LedgerLine::effect)
                                .reduce(Money.zero(invoice.currency()), Money::plus)))
                .toList();
    }
}
