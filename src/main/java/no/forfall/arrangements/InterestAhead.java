package no.forfall.arrangements;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import no.forfall.cases.Cases;
import no.forfall.law.Rates;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Receivables;
import no.forfall.shared.CaseNumber;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/**
 * Estimates the late interest that runs while a plan is followed: simple interest, actual days of 365, at the rates that are
 * known; a day beyond the last known rate is counted with that one. Forsinkelsesrenteloven § 3, räntelagen §§ 6, 9.
 */
@Component
class InterestAhead {

    private static final BigDecimal YEAR_OF_PERCENT = BigDecimal.valueOf(36_500);
    private static final int SCALE = 10;

    private final Rates rates;
    private final Cases cases;
    private final Owed owed;
    private final Receivables receivables;

    InterestAhead(Rates rates, Cases cases, Owed owed, Receivables receivables) {
        this.rates = rates;
        this.cases = cases;
        this.owed = owed;
        this.receivables = receivables;
    }

    /** In the claim's currency, from today through the last instalment; zero where the claim's currency is not the country's. */
    Money of(CaseNumber caseNumber, List<Instalment> instalments) {
        Invoice invoice = owed.invoice(caseNumber);
        Money none = Money.zero(invoice.currency());
        if (!invoice.currency().equals(invoice.creditor().country().currency())) {
            return none;
        }
        LocalDate from = cases.today(caseNumber);
        Money principal = receivables.balanceOf(invoice.id(), from).principal();
        BigDecimal sum = BigDecimal.ZERO;
        for (Instalment part : instalments) {
            sum = sum.add(between(invoice, principal, from, part.dueOn()));
            from = part.dueOn();
            principal = part.amount().isGreaterThan(principal) ? none : principal.minus(part.amount());
        }
        return Money.of(invoice.currency(), sum, RoundingMode.HALF_UP);
    }

    private BigDecimal between(Invoice invoice, Money principal, LocalDate from, LocalDate to) {
        var country = invoice.creditor().country();
        LocalDate known = rates.lateInterestKnownThrough(country);
        BigDecimal percent = rates.lateInterestPercent(country, from.isAfter(known) ? known : from);
        return principal
                .getAmount()
                .multiply(percent)
                .multiply(BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to)))
                .divide(YEAR_OF_PERCENT, SCALE, RoundingMode.HALF_UP);
    }
}
