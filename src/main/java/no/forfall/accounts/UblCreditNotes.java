package no.forfall.accounts;

import com.helger.diagnostics.error.list.ErrorList;
import com.helger.ubl21.UBL21Marshaller;
import java.math.BigDecimal;
import no.forfall.accounts.CreditNote.Line;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.BillingReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CreditNoteLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CustomerPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DocumentReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.MonetaryTotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PaymentTermsType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PriceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.SupplierPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxCategoryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSchemeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSubtotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxTotalType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.NoteType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.TaxExemptionReasonType;
import oasis.names.specification.ubl.schema.xsd.creditnote_21.CreditNoteType;
import org.joda.money.Money;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes credit notes as UBL 2.1 in the profile Peppol BIS Billing 3, in the creditor's language. They bear no VAT (category
 * O): the creditor itself corrects the VAT on a lost claim (merverdiavgiftsloven § 4-7, mervärdesskattelagen 8 kap.).
 */
@Component
class UblCreditNotes {

    private static final String CUSTOMIZATION =
            "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
    private static final String PROFILE = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";
    private static final String CREDIT_NOTE = "381";
    private static final String NOT_SUBJECT_TO_VAT = "O";
    private static final String EXEMPTION = "VATEX-EU-O";
    private static final String ONE = "C62";

    private final MessageSource messages;

    UblCreditNotes(MessageSource messages) {
        this.messages = messages;
    }

    /** @throws IllegalStateException when it does not fit the schema of UBL 2.1 */
    byte[] write(CreditNote note) {
        ErrorList errors = new ErrorList();
        byte[] written = UBL21Marshaller.creditNote().setCollectErrors(errors).getAsBytes(document(note));
        if (written == null) {
            throw new IllegalStateException(note.id() + ": " + errors);
        }
        return written;
    }

    private CreditNoteType document(CreditNote note) {
        Money sum = Money.total(note.lines().stream().map(Line::amount).toList());
        CreditNoteType document = new CreditNoteType();
        document.setCustomizationID(CUSTOMIZATION);
        document.setProfileID(PROFILE);
        document.setID(note.id());
        document.setIssueDate(note.on());
        document.setCreditNoteTypeCode(CREDIT_NOTE);
        document.addNote(new NoteType(text(note, "vat." + note.country())));
        document.setDocumentCurrencyCode(sum.getCurrencyUnit().getCode());
        document.setBuyerReference(UblParty.clean(note.customer()));
        document.addBillingReference(invoice(note));
        SupplierPartyType supplier = new SupplierPartyType();
        supplier.setParty(UblParty.of(note.creditor()));
        document.setAccountingSupplierParty(supplier);
        CustomerPartyType customer = new CustomerPartyType();
        customer.setParty(UblParty.of(note.debtor(), note.customer()));
        document.setAccountingCustomerParty(customer);
        PaymentTermsType terms = new PaymentTermsType();
        terms.addNote(new NoteType(text(note, "terms", UblParty.clean(note.invoice()))));
        document.addPaymentTerms(terms);
        document.addTaxTotal(noTax(note, sum));
        document.setLegalMonetaryTotal(total(sum));
        note.lines().forEach(line -> document.addCreditNoteLine(line(note, line)));
        return document;
    }

    private static BillingReferenceType invoice(CreditNote note) {
        DocumentReferenceType invoice = new DocumentReferenceType();
        invoice.setID(UblParty.clean(note.invoice()));
        invoice.setIssueDate(note.invoiceIssuedOn());
        BillingReferenceType reference = new BillingReferenceType();
        reference.setInvoiceDocumentReference(invoice);
        return reference;
    }

    private TaxTotalType noTax(CreditNote note, Money sum) {
        String currency = sum.getCurrencyUnit().getCode();
        TaxCategoryType category = notSubjectToVat();
        category.setTaxExemptionReasonCode(EXEMPTION);
        category.addTaxExemptionReason(new TaxExemptionReasonType(text(note, "exempt")));
        TaxSubtotalType subtotal = new TaxSubtotalType();
        subtotal.setTaxableAmount(sum.getAmount()).setCurrencyID(currency);
        subtotal.setTaxAmount(BigDecimal.ZERO).setCurrencyID(currency);
        subtotal.setTaxCategory(category);
        TaxTotalType total = new TaxTotalType();
        total.setTaxAmount(BigDecimal.ZERO).setCurrencyID(currency);
        total.addTaxSubtotal(subtotal);
        return total;
    }

    private static TaxCategoryType notSubjectToVat() {
        TaxSchemeType vat = new TaxSchemeType();
        vat.setID("VAT");
        TaxCategoryType category = new TaxCategoryType();
        category.setID(NOT_SUBJECT_TO_VAT);
        category.setTaxScheme(vat);
        return category;
    }

    private static MonetaryTotalType total(Money sum) {
        String currency = sum.getCurrencyUnit().getCode();
        MonetaryTotalType total = new MonetaryTotalType();
        total.setLineExtensionAmount(sum.getAmount()).setCurrencyID(currency);
        total.setTaxExclusiveAmount(sum.getAmount()).setCurrencyID(currency);
        total.setTaxInclusiveAmount(sum.getAmount()).setCurrencyID(currency);
        total.setPayableAmount(sum.getAmount()).setCurrencyID(currency);
        return total;
    }

    private CreditNoteLineType line(CreditNote note, Line given) {
        String currency = given.amount().getCurrencyUnit().getCode();
        ItemType item = new ItemType();
        item.setName(text(note, "part." + given.part()) + ": " + text(note, "kind." + given.kind()));
        item.addClassifiedTaxCategory(notSubjectToVat());
        PriceType price = new PriceType();
        price.setPriceAmount(given.amount().getAmount()).setCurrencyID(currency);
        CreditNoteLineType line = new CreditNoteLineType();
        line.setID(given.part());
        line.setCreditedQuantity(BigDecimal.ONE).setUnitCode(ONE);
        line.setLineExtensionAmount(given.amount().getAmount()).setCurrencyID(currency);
        line.setItem(item);
        line.setPrice(price);
        return line;
    }

    private String text(CreditNote note, String key, Object... arguments) {
        return messages.getMessage(
                "accounts.creditNote." + key, arguments, note.country().language());
    }
}
