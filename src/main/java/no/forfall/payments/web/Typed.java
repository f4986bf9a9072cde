package no.forfall.payments.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import no.forfall.api.Invalid;
import no.forfall.cases.Cases;
import no.forfall.payments.Clearing.Share;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.InvoiceSearch;
import no.forfall.shared.CaseNumber;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands what people type: an invoice by its number or that of its case, and amounts as they are written. */
@Component
class Typed {

    private final InvoiceSearch invoices;
    private final Cases cases;

    Typed(InvoiceSearch invoices, Cases cases) {
        this.invoices = invoices;
        this.cases = cases;
    }

    /**
     * Lines without an invoice and an amount are passed over.
     *
     * @throws Invalid names the field at fault
     */
    List<Share> shares(List<String> numbers, List<String> amounts, CurrencyUnit currency) {
        List<Share> shares = new ArrayList<>();
        for (int n = 0; n < numbers.size(); n++) {
            String amount = n < amounts.size() ? amounts.get(n) : "";
            if (!numbers.get(n).isBlank() || !amount.isBlank()) {
                shares.add(new Share(invoice(numbers.get(n).strip()), amount(amount, currency)));
            }
        }
        return shares;
    }

    private long invoice(String number) {
        if (CaseNumber.isOne(number)) {
            return cases.get(new CaseNumber(number)).invoiceId();
        }
        List<Invoice> found = invoices.withNumber(number);
        if (found.size() != 1) {
            throw new Invalid(
                    "invoice", found.isEmpty() ? "payments.invalid.noInvoice" : "payments.invalid.many", number);
        }
        return found.get(0).id();
    }

    private static Money amount(@Nullable String written, CurrencyUnit currency) {
        try {
            return Money.of(
                    currency,
                    new BigDecimal(String.valueOf(written)
                            .replaceAll("[\\s\\u00a0\\u202f]", "")
                            .replace(',', '.')));
        } catch (ArithmeticException | NumberFormatException unreadable) {
            throw new Invalid("amount", "payments.invalid.amount");
        }
    }
}
