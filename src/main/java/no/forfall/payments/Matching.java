package no.forfall.payments;

import java.util.List;
import java.util.Objects;
import no.forfall.payments.reading.BankLine;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.InvoiceSearch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the invoice of a payment: by its exact payment reference, leading zeros kept, else by its invoice number. Where
 * several creditors use the same, the account that the money came to decides.
 */
@Component
@Transactional(readOnly = true)
class Matching {

    private final InvoiceSearch invoices;

    Matching(InvoiceSearch invoices) {
        this.invoices = invoices;
    }

    /** Either an invoice or the reason why there is none. */
    record Match(@Nullable Long invoiceId, @Nullable QueueReason reason) {}

    /**
     * Names the lines that this transaction asks for, so that they are read together.
     *
     * @return the invoices of their references
     */
    List<Long> expect(List<BankLine> lines) {
        return invoices.expect(lines.stream()
                .map(BankLine::reference)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    Match find(BankLine line) {
        if (line.amount().isZero()) {
            return none(QueueReason.NO_AMOUNT);
        }
        if (line.amount().isNegative()) {
            return none(QueueReason.REVERSAL);
        }
        if (line.reference() == null) {
            return none(QueueReason.NO_REFERENCE);
        }
        List<Invoice> found = invoices.withReference(line.reference());
        if (found.isEmpty()) {
            found = invoices.withNumber(line.reference());
        }
        if (found.size() > 1) {
            found = found.stream()
                    .filter(invoice -> sameAccount(invoice.account(), line.account()))
                    .toList();
            return found.size() == 1 ? of(found) : none(QueueReason.AMBIGUOUS_REFERENCE);
        }
        if (found.isEmpty()) {
            return none(line.hasSeveralReferences() ? QueueReason.SEVERAL_REFERENCES : QueueReason.UNKNOWN_REFERENCE);
        }
        return of(found);
    }

    private static Match of(List<Invoice> one) {
        return new Match(one.get(0).id(), null);
    }

    private static Match none(QueueReason reason) {
        return new Match(null, reason);
    }

    static boolean sameAccount(@Nullable String one, @Nullable String other) {
        return one != null && other != null && plain(one).equals(plain(other));
    }

    private static String plain(String account) {
        return account.replaceAll("[\\s.\\-]", "");
    }
}
