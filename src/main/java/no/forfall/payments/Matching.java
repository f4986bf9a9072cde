package no.forfall.payments;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import no.forfall.payments.reading.BankLine;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.InvoiceSearch;
import no.forfall.receivables.ReferenceAgreements;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the invoice of a payment: by its exact payment reference, leading zeros kept, else by its invoice number. Where
 * several creditors use the same, the account that the money came to decides. What reads as a reference of the creditor, or
 * came to another account, is not taken for the number of an invoice that it happens to equal.
 */
@Component
@Transactional(readOnly = true)
class Matching {

    private final InvoiceSearch invoices;
    private final ReferenceAgreements agreements;

    Matching(InvoiceSearch invoices, ReferenceAgreements agreements) {
        this.invoices = invoices;
        this.agreements = agreements;
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
            found = invoices.withNumber(line.reference()).stream()
                    .filter(invoice -> isMeantAsNumber(line, invoice))
                    .toList();
        } else if (found.size() == 1 && isNumberThere(line, found.get(0))) {
            return none(QueueReason.AMBIGUOUS_REFERENCE);
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

    private boolean isMeantAsNumber(BankLine line, Invoice invoice) {
        boolean isReference = invoice.paymentReference() != null
                && agreements
                        .of(invoice.creditor())
                        .filter(agreement -> agreement.rule().accepts(invoice.number()))
                        .isPresent();
        return !isReference && !isOtherAccount(line, invoice);
    }

    /** Whether the money came to a creditor that has an invoice of this number, and not to the one with this reference. */
    private boolean isNumberThere(BankLine line, Invoice found) {
        return isOtherAccount(line, found)
                && invoices.withNumber(found.paymentReference()).stream()
                        .anyMatch(other -> sameAccount(other.account(), line.account()));
    }

    /** Two accounts that are written alike; of a bankgiro and an IBAN nobody can say whether they are the same. */
    private static boolean isOtherAccount(BankLine line, Invoice invoice) {
        String came = line.account();
        List<String> ours = Stream.of(invoice.account(), invoice.creditor().account())
                .filter(Objects::nonNull)
                .toList();
        return came != null
                && !ours.isEmpty()
                && ours.stream()
                        .allMatch(each -> plain(each).length() == plain(came).length() && !sameAccount(each, came));
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
