package no.forfall.receivables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.forfall.shared.OncePerTransaction;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds invoices by what somebody who pays writes on the payment, over all creditors. */
@Service
@Transactional(readOnly = true)
public class InvoiceSearch {

    private static final int MOST = 20;

    private final Invoices invoices;
    private final Ledgers ledgers;
    private final OncePerTransaction<String, List<Invoice>> referenced = new OncePerTransaction<>();

    InvoiceSearch(Invoices invoices, Ledgers ledgers) {
        this.invoices = invoices;
        this.ledgers = ledgers;
    }

    /** The invoices that carry a KID or OCR number; at most twenty. */
    public List<Invoice> withReference(String paymentReference) {
        return referenced.of(paymentReference, this::readReferences);
    }

    /**
     * Names the references that this transaction asks for; what is asked of one of their invoices is read of all together.
     *
     * @return the invoices that carry one of them
     */
    public List<Long> expect(List<String> paymentReferences) {
        referenced.expect(paymentReferences);
        List<Long> ids = paymentReferences.stream()
                .flatMap(reference -> withReference(reference).stream())
                .map(Invoice::id)
                .distinct()
                .toList();
        ledgers.expect(ids);
        return ids;
    }

    private Map<String, List<Invoice>> readReferences(List<String> references) {
        Map<String, List<Invoice>> found = new HashMap<>();
        references.forEach(reference -> found.put(reference, new ArrayList<>()));
        Limit most = Limit.of(MOST * references.size());
        List<Invoice> all = invoices.withReferences(references, most);
        if (references.size() == 1 || all.size() < most.max()) {
            all.forEach(invoice -> found.get(invoice.paymentReference()).add(invoice));
        } else {
            references.forEach(reference -> found.putAll(readReferences(List.of(reference))));
        }
        return found;
    }

    /** The invoices of that number; at most twenty. */
    public List<Invoice> withNumber(String number) {
        return invoices.findTop20ByNumber(number);
    }
}
