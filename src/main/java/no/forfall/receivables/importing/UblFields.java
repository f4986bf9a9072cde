package no.forfall.receivables.importing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import no.forfall.intake.reading.Amounts;
import no.forfall.intake.reading.FieldRefused;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.BillingReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PaymentMeansType;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Takes values from a document and refuses, with their XPath, those that the books cannot hold. */
record UblFields(String root) {

    String path(String element) {
        return "/" + root + "/" + element;
    }

    Paper.Fields names() {
        return new Paper.Fields(
                path("cbc:ID"),
                path("cbc:DueDate"),
                path("cac:LegalMonetaryTotal/cbc:PayableAmount"),
                path("cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID"),
                path("cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cac:Country/cbc:IdentificationCode"),
                path("cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationName"));
    }

    @Nullable
    String text(String element, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.strip();
        if (text.length() > longest) {
            throw new FieldRefused(path(element), "intake.field.long", FieldRefused.lastStep(element), longest);
        }
        return text;
    }

    String required(String element, @Nullable String value, int longest) {
        String text = text(element, value, longest);
        if (text == null) {
            throw new FieldRefused(path(element), "intake.field.missing", FieldRefused.lastStep(element));
        }
        return text;
    }

    /** In major units; not negative. */
    Money money(BigDecimal amount, @Nullable String currency) {
        try {
            BigDecimal bounded = Amounts.bounded(names().amount(), amount);
            return Money.of(CurrencyUnit.of(String.valueOf(currency)), bounded.stripTrailingZeros());
        } catch (IllegalCurrencyException unknown) {
            throw new FieldRefused(names().amount(), "intake.currency.unknown", String.valueOf(currency));
        } catch (ArithmeticException tooManyDecimals) {
            throw new FieldRefused(names().amount(), "intake.amount.unreadable", amount.toPlainString());
        }
    }

    static @Nullable String paymentId(List<PaymentMeansType> means) {
        return means.stream()
                .flatMap(each -> each.getPaymentID().stream())
                .map(id -> id.getValue())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    static @Nullable String account(List<PaymentMeansType> means) {
        return means.stream()
                .map(PaymentMeansType::getPayeeFinancialAccount)
                .filter(Objects::nonNull)
                .map(account -> account.getIDValue())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    static @Nullable String credited(List<BillingReferenceType> references) {
        return references.stream()
                .map(BillingReferenceType::getInvoiceDocumentReference)
                .filter(Objects::nonNull)
                .map(reference -> reference.getIDValue())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
