package no.forfall.receivables.importing;

import no.forfall.receivables.Creditor;
import no.forfall.receivables.Registry;
import no.forfall.shared.Country;

/**
 * A paper whose seller is known.
 *
 * @param country whose law the claim follows
 */
record Sale(Creditor creditor, Country country, Paper paper) {

    Registry.Name customer() {
        return Registry.Name.of(creditor, paper.buyer().number());
    }

    Registry.Name invoice() {
        String credited = paper.credits();
        return Registry.Name.of(creditor, credited == null ? paper.number() : credited);
    }

    String kind() {
        return paper.isCredit() ? "CREDIT" : "INVOICE";
    }
}
