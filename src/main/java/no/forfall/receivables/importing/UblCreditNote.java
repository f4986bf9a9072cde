package no.forfall.receivables.importing;

import no.forfall.intake.reading.FieldRefused;
import oasis.names.specification.ubl.schema.xsd.creditnote_21.CreditNoteType;

/** What a {@code CreditNote} says. */
final class UblCreditNote {

    private static final UblFields AT = new UblFields("CreditNote");

    private final CreditNoteType note;

    UblCreditNote(CreditNoteType note) {
        this.note = note;
    }

    /** @throws FieldRefused when its sum is negative: a credit of a credit says nothing about an invoice */
    Paper paper() {
        var payable = note.getLegalMonetaryTotal().getPayableAmount();
        if (payable.getValue().signum() < 0) {
            throw new FieldRefused(AT.names().amount(), "intake.credit.negative", note.getIDValue());
        }
        return new Paper(
                true,
                AT.required("cbc:ID", note.getIDValue(), 60),
                note.getIssueDateValueLocal(),
                null,
                AT.money(payable.getValue(), payable.getCurrencyID()),
                AT.text("cac:PaymentMeans/cbc:PaymentID", UblFields.paymentId(note.getPaymentMeans()), 60),
                null,
                null,
                false,
                UblFields.credited(note.getBillingReference()),
                new UblParties(AT).seller(note.getAccountingSupplierParty().getParty()),
                new UblParties(AT).buyer(note.getAccountingCustomerParty().getParty()),
                AT.names());
    }
}
