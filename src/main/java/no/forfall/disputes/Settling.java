package no.forfall.disputes;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import no.forfall.cases.Cases;
import no.forfall.engine.InvalidForm;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Part;
import no.forfall.receivables.Receivables;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Books what a decided dispute costs the creditor. */
@Component
class Settling {

    private final Cases cases;
    private final Receivables receivables;

    Settling(Cases cases, Receivables receivables) {
        this.cases = cases;
        this.receivables = receivables;
    }

    Country country(CaseNumber caseNumber) {
        return invoice(caseNumber).creditor().country();
    }

    private Invoice invoice(CaseNumber caseNumber) {
        return receivables.invoice(cases.get(caseNumber).invoiceId());
    }

    /** @return what was credited; empty when the claim stands as it is */
    Optional<Money> settle(Dispute dispute, DisputeState outcome, @Nullable Money credit) {
        Invoice invoice = invoice(dispute.caseNumber());
        LocalDate today = cases.today(dispute.caseNumber());
        Money principal = receivables.balanceOf(invoice.id(), today).principal();
        String source = "dispute:" + dispute.id();
        return switch (outcome) {
            case UPHELD -> {
                waive(invoice, today, source, Part.FEE, Part.COMPENSATION, Part.INTEREST);
                yield Optional.of(credit(invoice, principal, today, source));
            }
            case PARTLY -> {
                Money part = checked(credit, principal);
                // the objection had reasonable ground, so that it was no debtor's delay that cost the fees
                waive(invoice, today, source, Part.FEE, Part.COMPENSATION);
                yield Optional.of(credit(invoice, part, today, source));
            }
            case REJECTED -> Optional.empty();
            case OPEN, LAPSED -> throw new IllegalArgumentException(outcome + " is no decision");
        };
    }

    private void waive(Invoice invoice, LocalDate today, String source, Part... parts) {
        for (Part part : parts) {
            receivables.waive(invoice.id(), part, today, source + ":waived-" + part);
        }
    }

    private Money credit(Invoice invoice, Money amount, LocalDate today, String source) {
        if (amount.isPositive()) {
            receivables.credit(invoice.id(), amount, today, source + ":credit");
        }
        return amount;
    }

    private static Money checked(@Nullable Money credit, Money principal) {
        if (credit == null || !credit.isPositive() || !credit.isLessThan(principal)) {
            throw new InvalidForm(Map.of("creditAmount", credit == null ? "form.required" : "form.limits"));
        }
        return credit;
    }
}
