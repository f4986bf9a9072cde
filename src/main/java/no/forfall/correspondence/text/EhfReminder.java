package no.forfall.correspondence.text;

import com.helger.diagnostics.error.list.ErrorList;
import com.helger.ubl21.UBL21Marshaller;
import java.math.BigDecimal;
import java.util.Objects;
import no.forfall.correspondence.LetterType;
import no.forfall.law.DebtorKind;
import no.forfall.receivables.Creditor;
import no.forfall.receivables.Debtor;
import no.forfall.receivables.Invoice;
import no.forfall.references.NorwegianNumbers;
import no.forfall.shared.Country;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AllowanceChargeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.BillingReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CustomerPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DocumentReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.FinancialAccountType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.InvoiceLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.MonetaryTotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PaymentMeansType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PriceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.SupplierPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxCategoryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSchemeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSubtotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxTotalType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.AllowanceChargeReasonType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.NoteType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.PaymentIDType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.TaxExemptionReasonType;
import oasis.names.specification.ubl.schema.xsd.invoice_21.InvoiceType;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Writes a reminder as EHF Reminder 3.0 (EHF Purring), which is a UBL 2.1 invoice without a type code, for public bodies in
 * Norway. The principal is a line, each addition a charge, and the note is the whole letter in words. It bears no VAT: the
 * invoice that it reminds of did.
 *
 * <p>Source: DFØ, anskaffelser.dev/postaward/g3/spec/current/reminder-3.0.
 */
public final class EhfReminder {

    private static final String CUSTOMIZATION =
            "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
                    + "#conformant#urn:fdc:anskaffelser.no:2019:ehf:reminder:3.0";
    private static final String PROFILE = "urn:fdc:anskaffelser.no:2019:ehf:postaward:g3:06:1.0";
    private static final String CREDIT_TRANSFER = "30";
    private static final String REMINDER_CHARGE = "REM";
    private static final String NOT_SUBJECT_TO_VAT = "O";
    private static final String EXEMPTION = "VATEX-EU-O";
    private static final String ONE = "C62";

    private EhfReminder() {}

    /** Whether it is a reminder of a payment that is late; a notice before collection is more than that. */
    public static boolean fits(LetterType type) {
        return type == LetterType.FRIENDLY_REMINDER || type == LetterType.FEE_REMINDER;
    }

    /**
     * The organisation number under which a debtor receives it; null when it is no public body in Norway, or one of the two
     * has no such number.
     */
    public static @Nullable String endpoint(Debtor debtor, Creditor creditor) {
        String number = debtor.organisationNumber();
        return creditor.country() == Country.NO
                        && debtor.kind() == DebtorKind.PUBLIC
                        && number != null
                        && NorwegianNumbers.isOrganisation(plain(number))
                        && NorwegianNumbers.isOrganisation(plain(creditor.organisationNumber()))
                ? plain(number)
                : null;
    }

    static String plain(String number) {
        return number.replace(" ", "");
    }

    /**
     * @param letter the same in words
     * @throws IllegalStateException when it does not fit the schema of UBL 2.1
     */
    public static byte[] of(Draft draft, Rendered letter) {
        ErrorList errors = new ErrorList();
        byte[] written = UBL21Marshaller.invoice().setCollectErrors(errors).getAsBytes(document(draft, letter));
        if (written == null) {
            throw new IllegalStateException("Letter " + draft.key() + " as EHF: " + errors);
        }
        return written;
    }

    private static InvoiceType document(Draft draft, Rendered letter) {
        Formats formats = new Formats(draft.language());
        Invoice invoice = draft.invoice();
        Demand demand = draft.demand();
        InvoiceType document = new InvoiceType();
        document.setCustomizationID(CUSTOMIZATION);
        document.setProfileID(PROFILE);
        document.setID(draft.key().toString());
        document.setIssueDate(draft.dated());
        document.setDueDate(draft.deadline() == null ? draft.payableOn() : draft.deadline());
        document.addNote(new NoteType(letter.subject() + "\n\n" + letter.text()));
        document.setDocumentCurrencyCode(invoice.currency().getCode());
        document.setBuyerReference(PlainText.clean(invoice.debtor().customerNumber()));
        document.addBillingReference(reference(invoice));
        SupplierPartyType supplier = new SupplierPartyType();
        supplier.setParty(EhfParty.of(invoice.creditor()));
        document.setAccountingSupplierParty(supplier);
        CustomerPartyType customer = new CustomerPartyType();
        customer.setParty(EhfParty.of(invoice.debtor()));
        document.setAccountingCustomerParty(customer);
        if (invoice.account() != null) {
            document.addPaymentMeans(payment(invoice));
        }
        charge(document, demand.earlierFee(), REMINDER_CHARGE, formats.label("claim.earlierFee"));
        charge(document, demand.newFee(), REMINDER_CHARGE, formats.label("claim.newFee"));
        charge(document, demand.interest(), null, formats.label("claim.interest"));
        charge(document, demand.compensation(), null, formats.label("claim.compensation"));
        charge(document, demand.costs(), null, formats.label("claim.costs"));
        document.addTaxTotal(noTax(demand.total(), formats));
        document.setLegalMonetaryTotal(total(demand));
        document.addInvoiceLine(line(draft, formats));
        return document;
    }

    private static BillingReferenceType reference(Invoice invoice) {
        DocumentReferenceType document = new DocumentReferenceType();
        document.setID(PlainText.clean(invoice.number()));
        document.setIssueDate(invoice.issuedOn());
        BillingReferenceType reference = new BillingReferenceType();
        reference.setInvoiceDocumentReference(document);
        return reference;
    }

    private static PaymentMeansType payment(Invoice invoice) {
        FinancialAccountType account = new FinancialAccountType();
        account.setID(PlainText.clean(Objects.requireNonNull(invoice.account())));
        PaymentMeansType means = new PaymentMeansType();
        means.setPaymentMeansCode(CREDIT_TRANSFER);
        means.addPaymentID(new PaymentIDType(
                invoice.paymentReference() == null ? PlainText.clean(invoice.number()) : invoice.paymentReference()));
        means.setPayeeFinancialAccount(account);
        return means;
    }

    private static void charge(InvoiceType document, Money amount, @Nullable String code, String reason) {
        if (amount.isPositive()) {
            AllowanceChargeType charge = new AllowanceChargeType();
            charge.setChargeIndicator(true);
            if (code != null) {
                charge.setAllowanceChargeReasonCode(code);
            }
            charge.addAllowanceChargeReason(new AllowanceChargeReasonType(reason));
            charge.setAmount(amount.getAmount())
                    .setCurrencyID(amount.getCurrencyUnit().getCode());
            charge.addTaxCategory(notSubjectToVat());
            document.addAllowanceCharge(charge);
        }
    }

    private static TaxTotalType noTax(Money sum, Formats formats) {
        String currency = sum.getCurrencyUnit().getCode();
        TaxCategoryType category = notSubjectToVat();
        category.setTaxExemptionReasonCode(EXEMPTION);
        category.addTaxExemptionReason(new TaxExemptionReasonType(formats.label("ehf.noVat")));
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

    private static MonetaryTotalType total(Demand demand) {
        String currency = demand.principal().getCurrencyUnit().getCode();
        BigDecimal sum = demand.total().getAmount();
        Money charges = demand.total().minus(demand.principal());
        MonetaryTotalType total = new MonetaryTotalType();
        total.setLineExtensionAmount(demand.principal().getAmount()).setCurrencyID(currency);
        total.setTaxExclusiveAmount(sum).setCurrencyID(currency);
        total.setTaxInclusiveAmount(sum).setCurrencyID(currency);
        if (charges.isPositive()) {
            total.setChargeTotalAmount(charges.getAmount()).setCurrencyID(currency);
        }
        total.setPayableAmount(sum).setCurrencyID(currency);
        return total;
    }

    private static InvoiceLineType line(Draft draft, Formats formats) {
        Money principal = draft.demand().principal();
        String currency = principal.getCurrencyUnit().getCode();
        ItemType item = new ItemType();
        item.setName(formats.label(
                "claim.invoice",
                PlainText.clean(draft.invoice().number()),
                formats.date(draft.invoice().issuedOn())));
        item.addClassifiedTaxCategory(notSubjectToVat());
        PriceType price = new PriceType();
        price.setPriceAmount(principal.getAmount()).setCurrencyID(currency);
        InvoiceLineType line = new InvoiceLineType();
        line.setID("1");
        line.setInvoicedQuantity(BigDecimal.ONE).setUnitCode(ONE);
        line.setLineExtensionAmount(principal.getAmount()).setCurrencyID(currency);
        line.setItem(item);
        line.setPrice(price);
        return line;
    }
}
