package no.forfall.correspondence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.forfall.cases.EvidenceContributor;
import no.forfall.cases.EvidenceContributor.Arrangement;
import no.forfall.cases.EvidenceContributor.Objection;
import no.forfall.cases.EvidenceContributor.WithAgency;
import no.forfall.correspondence.text.Matter;
import no.forfall.engine.ActivityBarred;
import no.forfall.receivables.Claims;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Receivables;
import no.forfall.shared.BankingDays;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.LocalText;
import org.joda.money.Money;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds what a letter that only tells speaks of. */
@Component
class Matters {

    private static final int MOST_ON_A_STATEMENT = 500;
    private static final int EXAMPLE_DAYS = 10;
    private static final int EXAMPLE_GRACE = 3;

    private static final LocalText NO_PROMISE = new LocalText(
            "Det er ikke avtalt noe om betaling i saken, så det er ikke noe å bekrefte.",
            "Det finns ingen överenskommelse om betalning i ärendet, så det finns inget att bekräfta.",
            "Nothing is agreed on about paying in this case, so there is nothing to confirm.");
    private static final LocalText NO_OBJECTION = new LocalText(
            "Det er ingen innsigelse i saken å svare på.",
            "Det finns ingen invändning i ärendet att svara på.",
            "There is no objection in this case to answer.");
    private static final LocalText NOT_DECIDED = new LocalText(
            "Innsigelsen er ikke avgjort ennå.",
            "Invändningen är inte avgjord ännu.",
            "The objection is not decided yet.");
    private static final LocalText NOTHING_ASKED = new LocalText(
            "Det er ikke noe spørsmål om innsigelsen som venter på svar.",
            "Det finns ingen fråga om invändningen som väntar på svar.",
            "No question about the objection waits for an answer.");
    private static final LocalText NOT_WITH_AGENCY = new LocalText(
            "Kravet er ikke hos et inkassoforetak.",
            "Fordran finns inte hos något inkassobolag.",
            "The claim is not with an agency.");
    private static final LocalText NOTHING_OPEN = new LocalText(
            "Kunden har ingenting utestående hos kreditor.",
            "Kunden har inget utestående hos borgenären.",
            "The customer has nothing open with the creditor.");
    private static final LocalText TOO_MUCH_OPEN = new LocalText(
            "Kunden har mer enn " + MOST_ON_A_STATEMENT + " åpne fakturaer; send en oversikt som fil i stedet.",
            "Kunden har fler än " + MOST_ON_A_STATEMENT + " öppna fakturor; skicka en översikt som fil i stället.",
            "The customer has more than " + MOST_ON_A_STATEMENT + " open invoices; send a list as a file instead.");

    private final ObjectProvider<EvidenceContributor> evidence;
    private final Claims claims;
    private final Receivables receivables;
    private final BankingDays bankingDays;

    Matters(
            ObjectProvider<EvidenceContributor> evidence,
            Claims claims,
            Receivables receivables,
            BankingDays bankingDays) {
        this.evidence = evidence;
        this.claims = claims;
        this.receivables = receivables;
        this.bankingDays = bankingDays;
    }

    /**
     * @param today the day in the creditor's country
     * @throws ActivityBarred when the case knows nothing that such a letter could speak of
     */
    Matter of(LetterType type, CaseNumber caseNumber, Invoice invoice, LocalDate today) throws ActivityBarred {
        return switch (type) {
            case PRE_DUE_REMINDER, FRIENDLY_REMINDER, FEE_REMINDER, COLLECTION_NOTICE, THANK_YOU -> Matter.NONE;
            case PROMISE_CONFIRMATION, PLAN_PROPOSAL, PLAN_CONFIRMATION ->
                Matter.of(newest(said -> said.arrangements(caseNumber))
                        .orElseThrow(() -> new ActivityBarred(NO_PROMISE)));
            case DISPUTE_RECEIVED -> Matter.of(objection(caseNumber));
            case DISPUTE_QUESTION -> Matter.of(asked(caseNumber));
            case DISPUTE_DECIDED -> Matter.of(decided(caseNumber));
            case HAND_OVER_INFORMATION ->
                Matter.of(evidence.stream()
                        .flatMap(said -> said.withAgency(caseNumber).stream())
                        .findFirst()
                        .orElseThrow(() -> new ActivityBarred(NOT_WITH_AGENCY)));
            case STATEMENT_OF_ACCOUNT -> Matter.of(open(invoice, today));
        };
    }

    /** The same, or an example where the case knows nothing of the kind. */
    Matter orExample(LetterType type, CaseNumber caseNumber, Invoice invoice, LocalDate today) {
        try {
            return of(type, caseNumber, invoice, today);
        } catch (ActivityBarred knowsNothing) {
            return example(type, invoice, today);
        }
    }

    private Matter example(LetterType type, Invoice invoice, LocalDate today) {
        LocalDate day = bankingDays.onOrAfter(invoice.creditor().country(), today.plusDays(EXAMPLE_DAYS));
        Money half = invoice.amount().dividedBy(2, java.math.RoundingMode.HALF_UP);
        return switch (type) {
            case PROMISE_CONFIRMATION -> promise(today, new Arrangement.Instalment(day, invoice.amount()));
            case PLAN_PROPOSAL, PLAN_CONFIRMATION ->
                promise(
                        today,
                        new Arrangement.Instalment(day, half),
                        new Arrangement.Instalment(
                                day.plusMonths(1), invoice.amount().minus(half)));
            case HAND_OVER_INFORMATION -> Matter.of(new WithAgency("Eksempel Inkasso AS", today));
            case STATEMENT_OF_ACCOUNT ->
                Matter.of(List.of(new Matter.OpenItem(invoice, receivables.balanceOf(invoice.id(), today))));
            default -> Matter.of(new Objection(today, "FAULTY", "", "PARTLY", null, new Objection.Question("…", day)));
        };
    }

    private static Matter promise(LocalDate today, Arrangement.Instalment... instalments) {
        return Matter.of(new Arrangement(
                today,
                List.of(instalments),
                false,
                EXAMPLE_GRACE,
                Money.zero(instalments[0].amount().getCurrencyUnit()),
                null));
    }

    private Objection objection(CaseNumber caseNumber) throws ActivityBarred {
        return newest(said -> said.objections(caseNumber)).orElseThrow(() -> new ActivityBarred(NO_OBJECTION));
    }

    private Objection asked(CaseNumber caseNumber) throws ActivityBarred {
        Objection objection = objection(caseNumber);
        if (objection.question() == null) {
            throw new ActivityBarred(NOTHING_ASKED);
        }
        return objection;
    }

    private Objection decided(CaseNumber caseNumber) throws ActivityBarred {
        Objection objection = objection(caseNumber);
        if (objection.outcome() == null) {
            throw new ActivityBarred(NOT_DECIDED);
        }
        return objection;
    }

    private <T> Optional<T> newest(Function<EvidenceContributor, List<T>> what) {
        return evidence.stream().flatMap(said -> what.apply(said).stream()).reduce((earlier, later) -> later);
    }

    private List<Matter.OpenItem> open(Invoice invoice, LocalDate today) throws ActivityBarred {
        List<Invoice> open = claims.openOf(invoice.debtor(), MOST_ON_A_STATEMENT + 1);
        if (open.isEmpty()) {
            throw new ActivityBarred(NOTHING_OPEN);
        }
        if (open.size() > MOST_ON_A_STATEMENT) {
            throw new ActivityBarred(TOO_MUCH_OPEN);
        }
        return open.stream()
                .map(each -> new Matter.OpenItem(each, receivables.balanceOf(each.id(), today)))
                .toList();
    }
}
