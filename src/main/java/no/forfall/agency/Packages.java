package no.forfall.agency;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.forfall.cases.Cases;
import no.forfall.cases.EvidenceContributor;
import no.forfall.engine.ActivityBarred;
import no.forfall.engine.CaseBook;
import no.forfall.law.CaseFacts;
import no.forfall.law.LegalStep;
import no.forfall.policy.OverrideKind;
import no.forfall.policy.Overrides;
import no.forfall.policy.PolicyOverride;
import no.forfall.receivables.Address;
import no.forfall.receivables.Balance;
import no.forfall.receivables.Creditor;
import no.forfall.receivables.Debtor;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.LedgerLine;
import no.forfall.receivables.LineKind;
import no.forfall.receivables.Part;
import no.forfall.receivables.Receivables;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Builds packages from the facts of the moment. */
@Component
class Packages {

    private final Cases cases;
    private final CaseBook caseBook;
    private final Receivables receivables;
    private final Overrides overrides;
    private final ObjectProvider<EvidenceContributor> evidence;

    Packages(
            Cases cases,
            CaseBook caseBook,
            Receivables receivables,
            Overrides overrides,
            ObjectProvider<EvidenceContributor> evidence) {
        this.cases = cases;
        this.caseBook = caseBook;
        this.receivables = receivables;
        this.overrides = overrides;
        this.evidence = evidence;
    }

    /** @throws ActivityBarred when nothing is owed, the agency could not reach the debtor, or the debtor is spared */
    AgencyPackage build(UUID key, CaseNumber number, String agency, LocalDate today) throws ActivityBarred {
        Invoice invoice = receivables.invoice(cases.get(number).invoiceId());
        Balance balance = receivables.balanceOf(invoice.id(), today);
        Readiness.check(balance.principal(), invoice.debtor());
        Optional<PolicyOverride> spared = overrides.holding(OverrideKind.NO_HAND_OVER, invoice.id(), today);
        if (spared.isPresent()) {
            throw new ActivityBarred(spared(spared.get()));
        }
        CaseFacts facts = caseBook.facts(number);
        return new AgencyPackage(
                key,
                number.value(),
                agency,
                today,
                invoice.currency().getCode(),
                facts.disputed() || facts.disputedPart() != null,
                creditor(invoice.creditor()),
                debtor(invoice.debtor()),
                List.of(invoice(invoice, balance, today)),
                letters(number),
                notice(facts),
                evidence.stream()
                        .flatMap(room -> room.objections(number).stream())
                        .toList());
    }

    private static LocalText spared(PolicyOverride agreed) {
        return new LocalText(
                "Det er avtalt til og med " + agreed.endsOn() + " at kravet ikke går til inkasso: " + agreed.reason()
                        + " Avslutt avtalen på saken, eller behold kravet.",
                "Det är avtalat till och med " + agreed.endsOn() + " att fordran inte går till inkasso: "
                        + agreed.reason() + " Avsluta avtalet på ärendet, eller behåll fordran.",
                "It is agreed through " + agreed.endsOn() + " that the claim does not go to an agency: "
                        + agreed.reason() + " End the agreement on the case, or keep the claim.");
    }

    private static AgencyPackage.Creditor creditor(Creditor creditor) {
        return new AgencyPackage.Creditor(
                creditor.name(),
                creditor.organisationNumber(),
                creditor.country().name(),
                creditor.address(),
                creditor.email(),
                creditor.phone(),
                creditor.account());
    }

    private static AgencyPackage.Debtor debtor(Debtor debtor) {
        return new AgencyPackage.Debtor(
                debtor.customerNumber(),
                debtor.name(),
                debtor.kind(),
                debtor.organisationNumber(),
                debtor.isProtected() ? Address.NONE : debtor.address(),
                debtor.isProtected() ? null : debtor.email(),
                debtor.isProtected() ? null : debtor.phone(),
                debtor.language().toLanguageTag(),
                debtor.isProtected());
    }

    private AgencyPackage.Invoice invoice(Invoice invoice, Balance balance, LocalDate today) {
        List<LedgerLine> later = receivables.ledger(invoice.id()).stream()
                .filter(line -> line.part() != Part.PRINCIPAL || line.kind() != LineKind.CHARGE)
                .toList();
        return new AgencyPackage.Invoice(
                invoice.number(),
                invoice.issuedOn(),
                invoice.dueOn(),
                invoice.description(),
                invoice.paymentReference(),
                invoice.amount().getAmount(),
                later.stream()
                        .map(line -> new AgencyPackage.Line(
                                line.bookedOn(),
                                line.kind(),
                                line.part(),
                                line.effect().getAmount()))
                        .toList(),
                open(balance),
                interest(invoice, today));
    }

    static AgencyPackage.Open open(Balance balance) {
        return new AgencyPackage.Open(
                balance.principal().getAmount(),
                balance.fee().getAmount(),
                balance.interest().getAmount(),
                balance.compensation().getAmount(),
                balance.costs().getAmount(),
                balance.accruedInterest().getAmount());
    }

    private List<AgencyPackage.InterestLine> interest(Invoice invoice, LocalDate today) {
        return receivables.interestOf(invoice.id(), today).segments().stream()
                .map(segment -> new AgencyPackage.InterestLine(
                        segment.from(),
                        segment.to(),
                        segment.principal().getAmount(),
                        segment.percent(),
                        segment.amount().getAmount()))
                .toList();
    }

    private List<AgencyPackage.Letter> letters(CaseNumber number) {
        return evidence.stream()
                .flatMap(room -> room.letters(number).stream())
                .map(letter -> new AgencyPackage.Letter(
                        letter.step(),
                        letter.name(),
                        letter.sentOn(),
                        letter.deadline(),
                        letter.fee() == null ? null : letter.fee().getAmount()))
                .toList();
    }

    private static AgencyPackage.@Nullable Notice notice(CaseFacts facts) {
        return facts.letters().stream()
                .filter(letter -> letter.step() == LegalStep.NOTICE)
                .reduce((earlier, later) -> later)
                .map(letter -> new AgencyPackage.Notice(letter.sentOn(), letter.deadline()))
                .orElse(null);
    }
}
