package no.forfall.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.cases.CollectionCase;
import no.forfall.receivables.Address;
import no.forfall.receivables.Balance;
import no.forfall.receivables.Debtor;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Receivables;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what is known of one case. */
@Service
@Transactional(readOnly = true)
public class CaseFiles {

    private final Cases cases;
    private final Receivables receivables;
    private final Plans plans;
    private final Refusals refusals;

    CaseFiles(Cases cases, Receivables receivables, Plans plans, Refusals refusals) {
        this.cases = cases;
        this.receivables = receivables;
        this.plans = plans;
        this.refusals = refusals;
    }

    /** @throws NoSuchElementException when there is no such case */
    public CaseFile of(CaseNumber number, Locale language) {
        CollectionCase known = cases.get(number);
        LocalDate today = cases.today(number);
        Invoice invoice = receivables.invoice(known.invoiceId());
        Balance balance = receivables.balanceOf(invoice.id(), today);
        boolean open = known.state() == CaseState.OPEN;
        return new CaseFile(
                number,
                known.state(),
                known.closingReason(),
                known.openedAt(),
                known.closedAt(),
                hold(known),
                debtor(invoice.debtor()),
                new CaseFile.Creditor(
                        invoice.creditor().name(),
                        invoice.creditor().organisationNumber(),
                        invoice.creditor().country()),
                new CaseFile.Invoice(
                        invoice.number(),
                        invoice.issuedOn(),
                        invoice.dueOn(),
                        Math.max(0, today.toEpochDay() - invoice.dueOn().toEpochDay()),
                        invoice.amount(),
                        invoice.paymentReference()),
                new CaseFile.Balance(
                        balance.principal(),
                        balance.fee(),
                        balance.interest(),
                        balance.compensation(),
                        balance.costs(),
                        balance.accruedInterest(),
                        balance.toPay(),
                        balance.toRefund()),
                steps(number, language),
                open ? plans.next(List.of(number), language).get(number) : null,
                known.state() == CaseState.CLOSED ? List.of() : refusals.today(number, today, language));
    }

    private List<CaseFile.Step> steps(CaseNumber number, Locale language) {
        return plans.standing(List.of(number)).getOrDefault(number, List.of()).stream()
                .map(token -> new CaseFile.Step(
                        token.process(),
                        token.definition(),
                        token.element(),
                        plans.nameOf(token, language),
                        token.kind(),
                        token.since(),
                        token.until()))
                .toList();
    }

    private static CaseFile.@Nullable Hold hold(CollectionCase known) {
        return known.heldSince() == null
                ? null
                : new CaseFile.Hold(String.valueOf(known.holdReason()), known.heldSince(), known.holdUntil());
    }

    private static CaseFile.Debtor debtor(Debtor debtor) {
        return new CaseFile.Debtor(
                debtor.name(),
                debtor.customerNumber(),
                debtor.kind(),
                debtor.organisationNumber(),
                debtor.isProtected() ? null : address(debtor.address()),
                debtor.isProtected() ? null : debtor.email(),
                debtor.isProtected() ? null : debtor.phone(),
                debtor.language().getLanguage(),
                debtor.isProtected());
    }

    /** On one line; null when nothing is known of it. */
    static @Nullable String address(Address address) {
        String town = joined(" ", address.postalCode(), address.city());
        String all = joined(", ", address.street(), town);
        return all.isEmpty() ? null : all;
    }

    private static String joined(String between, @Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(between));
    }
}
