package no.forfall.cases;

import no.forfall.law.CaseFacts;
import no.forfall.receivables.Invoice;
import no.forfall.shared.CaseNumber;

/** A case as the law looks at it. */
public record LegalCase(CaseNumber number, Invoice invoice, CaseFacts facts) {}
