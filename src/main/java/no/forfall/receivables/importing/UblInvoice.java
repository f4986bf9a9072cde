package no.forfall.receivables.importing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PaymentMeansType;
import oasis.names.specification.ubl.schema.xsd.invoice_21.InvoiceType;
import org.jspecify.annotations.Nullable;

/** What an {@code Invoice} says. One with a negative sum to pay is a credit of the invoice that it refers to. */
final class UblInvoice {

    private static final UblFields AT = new UblFields("Invoice");

    private final InvoiceType invoice;

    UblInvoice(InvoiceType invoice) {
        this.invoice = invoice;
    }

    Paper paper() {
        var payable = invoice.getLegalMonetaryTotal().getPayableAmount();
        boolean negative = payable.getValue().signum() < 0;
        BigDecimal amount = payable.getValue().abs();
        return new Paper(
                negative,
                AT.required("cbc:ID", invoice.getIDValue(), 60),
                invoice.getIssueDateValueLocal(),
                negative ? null : dueOn(),
                AT.money(amount, payable.getCurrencyID()),
                AT.text("cac:PaymentMeans/cbc:PaymentID", UblFields.paymentId(invoice.getPaymentMeans()), 60),
                AT.text(
                        "cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID",
                        UblFields.account(invoice.getPaymentMeans()),
                        40),
                description(),
                false,
                negative ? UblFields.credited(invoice.getBillingReference()) : null,
                new UblParties(AT).seller(invoice.getAccountingSupplierParty().getParty()),
                new UblParties(AT).buyer(invoice.getAccountingCustomerParty().getParty()),
                AT.names());
    }

    private @Nullable LocalDate dueOn() {
        return Stream.concat(
                        Stream.ofNullable(invoice.getDueDateValueLocal()),
                        invoice.getPaymentMeans().stream()
                                .map(PaymentMeansType::getPaymentDueDateValueLocal)
                                .filter(Objects::nonNull))
                .findFirst()
                .orElse(null);
    }

    private @Nullable String description() {
        return invoice.getInvoiceLine().stream()
                .map(line -> line.getItem() == null ? null : line.getItem().getNameValue())
                .filter(Objects::nonNull)
                .map(name -> name.length() > 500 ? name.substring(0, 500) : name)
                .findFirst()
                .orElse(null);
    }
}
