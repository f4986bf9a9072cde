package no.forfall.receivables;

import no.forfall.references.ReferenceRule;

/**
 * What a creditor has agreed with its bank on payment references.
 *
 * @param generates whether invoices that come without a reference get one from us
 */
public record ReferenceAgreement(ReferenceRule rule, boolean generates) {

    /** @throws IllegalArgumentException when references are to be made and no length is agreed */
    public ReferenceAgreement {
        if (generates && rule.lengths().isEmpty()) {
            throw new IllegalArgumentException("Of which length?");
        }
    }
}
