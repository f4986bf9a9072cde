package no.forfall.disputes;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import no.forfall.cases.Cases;
import no.forfall.cases.EvidenceContributor;
import no.forfall.cases.WordsOfLetters;
import no.forfall.engine.InvalidForm;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Part;
import no.forfall.receivables.Receivables;
import no.forfall.shared.BankingDays;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Books what a decided dispute costs the creditor. */
@Component
class Settling {

    private final Cases cases;
    private final Receivables receivables;
    private final BankingDays bankingDays;
    private final ObjectProvider<EvidenceContributor> evidence;
    private final ObjectProvider<WordsOfLetters> words;

    Settling(
            Cases cases,
            Receivables receivables,
            BankingDays bankingDays,
            ObjectProvider<EvidenceContributor> evidence,
            ObjectProvider<WordsOfLetters> words) {
        this.cases = cases;
        this.receivables = receivables;
        this.bankingDays = bankingDays;
        this.evidence = evidence;
        this.words = words;
    }

    Country country(CaseNumber caseNumber) {
        return invoice(caseNumber).creditor().country();
    }

    /**
     * @return the part of the open principal that is disputed; null when all of it is
     * @throws InvalidPart when it is not positive, more than is open or in another currency
     */
    @Nullable
    Money part(CaseNumber caseNumber, @Nullable Money asked) {
        if (asked == null) {
            return null;
        }
        Money open = openPrincipal(invoice(caseNumber).id());
        if (!asked.getCurrencyUnit().equals(open.getCurrencyUnit())
                || !asked.isPositive()
                || asked.isGreaterThan(open)) {
            throw new InvalidPart(asked, open);
        }
        return asked.isLessThan(open) ? asked : null;
    }

    Money openPrincipal(long invoiceId) {
        return receivables.reckoning(invoiceId).open(Part.PRINCIPAL);
    }

    CurrencyUnit currency(CaseNumber caseNumber) {
        return invoice(caseNumber).currency();
    }

    private Invoice invoice(CaseNumber caseNumber) {
        return receivables.invoice(cases.get(caseNumber).invoiceId());
    }

    /** @return what was credited; empty when the claim stands as it is */
    Optional<Money> settle(Dispute dispute, Decision decision) {
        Invoice invoice = invoice(dispute.caseNumber());
        LocalDate today = cases.today(dispute.caseNumber());
        Money principal = receivables.balanceOf(invoice.id(), today).principal();
        String source = "dispute:" + dispute.id();
        return switch (decision.outcome()) {
            case UPHELD -> {
                Money disputed = disputed(dispute, principal);
                yield Optional.of(
                        disputed.isLessThan(principal)
                                ? creditPart(invoice, disputed, today, source)
                                : creditAll(invoice, principal, today, source));
            }
            case PARTLY ->
                Optional.of(creditPart(
                        invoice,
                        within(decision.credit(), disputed(dispute, principal), "creditAmount"),
                        today,
                        source));
            case CORRECTED -> correct(invoice, decision, principal, today, source);
            case REJECTED -> Optional.empty();
            case REJECTED_WAIVED -> {
                waive(invoice, today, source, Part.FEE, Part.COMPENSATION);
                yield Optional.empty();
            }
            case OPEN, LAPSED -> throw new IllegalArgumentException(decision.outcome() + " is no decision");
        };
    }

    /** Refuses a new due date where an agency has the claim and would go on with the old one. */
    private Optional<Money> correct(
            Invoice invoice, Decision decision, Money principal, LocalDate today, String source) {
        LocalDate dueOn = decision.newDueOn();
        if (dueOn == null || !dueOn.isAfter(today)) {
            throw new InvalidForm(Map.of("newDueDate", dueOn == null ? "form.required" : "form.later"));
        }
        if (cases.ofInvoice(invoice.id())
                .filter(each -> evidence.stream()
                        .anyMatch(room -> room.withAgency(each.number()).isPresent()))
                .isPresent()) {
            throw new InvalidForm(Map.of("outcome", "form.withAgency"));
        }
        Optional<Money> credit = Optional.ofNullable(decision.credit())
                .filter(amount -> !amount.isZero())
                .map(amount -> within(amount, principal, "correctionAmount"));
        credit.ifPresent(amount -> credit(invoice, amount, today, source));
        receivables.dueAnew(invoice.id(), dueOn, today, source);
        return credit;
    }

    /** @throws InvalidForm when it is nothing that goes into a letter */
    String fitForLetter(String question) {
        if (words.stream().anyMatch(gate -> gate.fault(question).isPresent())) {
            throw new InvalidForm(Map.of("question", "form.words"));
        }
        return question.strip();
    }

    LocalDate bankingDaysFrom(CaseNumber caseNumber, LocalDate day, int days) {
        return bankingDays.plus(country(caseNumber), day, days);
    }

    private static Money disputed(Dispute dispute, Money principal) {
        Money part = dispute.part();
        return part != null && part.isLessThan(principal) ? part : principal;
    }

    private Money creditAll(Invoice invoice, Money principal, LocalDate today, String source) {
        waive(invoice, today, source, Part.FEE, Part.COMPENSATION, Part.INTEREST);
        return credit(invoice, principal, today, source);
    }

    /** The objection had reasonable ground, so that it was no debtor's delay that cost the fees; interest runs on the rest. */
    private Money creditPart(Invoice invoice, Money part, LocalDate today, String source) {
        waive(invoice, today, source, Part.FEE, Part.COMPENSATION);
        receivables.forgoInterest(invoice.id(), part, today, source + ":never-owed");
        return credit(invoice, part, today, source);
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

    private static Money within(@Nullable Money credit, Money most, String field) {
        if (credit == null || !credit.isPositive() || !credit.isLessThan(most)) {
            throw new InvalidForm(Map.of(field, credit == null ? "form.required" : "form.limits"));
        }
        return credit;
    }
}
