package no.forfall.correspondence;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import no.forfall.cases.Cases;
import no.forfall.correspondence.text.Demand;
import no.forfall.correspondence.text.Draft;
import no.forfall.correspondence.text.Matter;
import no.forfall.engine.ActivityBarred;
import no.forfall.engine.CaseBook;
import no.forfall.law.CaseFacts;
import no.forfall.law.InterestStatement;
import no.forfall.law.Law;
import no.forfall.law.PaymentPlan;
import no.forfall.law.Verdict;
import no.forfall.policy.LetterPolicy;
import no.forfall.policy.LetterTerms;
import no.forfall.receivables.Balance;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Ledger;
import no.forfall.receivables.Part;
import no.forfall.receivables.Receivables;
import no.forfall.shared.BankingDays;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides what a letter asks for and until when, with the facts of the day. */
@Component
class Drafting {

    /** A payment ordered on the last day is in the bank's data a day later; what comes next begins after that. */
    private static final int DAYS_AFTER_DEADLINE = 2;

    /** When the ladders of the house send the first reminder at the earliest, in days. */
    private record Earliest(int afterDue, int afterContact) {}

    private static final Map<Country, Earliest> FIRST_REMINDER =
            Map.of(Country.NO, new Earliest(14, 10), Country.SE, new Earliest(5, 4));

    private static final int DAYS_TO_ANSWER = 14;

    private final Cases cases;
    private final CaseBook caseBook;
    private final Receivables receivables;
    private final LetterPolicy policy;
    private final Matters matters;
    private final Law law;
    private final BankingDays bankingDays;
    private final LetterSettings settings;
    private final LetterLinks links;

    Drafting(
            Cases cases,
            CaseBook caseBook,
            Receivables receivables,
            LetterPolicy policy,
            Matters matters,
            Law law,
            BankingDays bankingDays,
            LetterSettings settings,
            LetterLinks links) {
        this.cases = cases;
        this.caseBook = caseBook;
        this.receivables = receivables;
        this.policy = policy;
        this.matters = matters;
        this.law = law;
        this.bankingDays = bankingDays;
        this.settings = settings;
        this.links = links;
    }

    Invoice invoice(CaseNumber caseNumber) {
        return receivables.invoice(cases.get(caseNumber).invoiceId());
    }

    /** The letter that is true on that day. */
    LetterType type(CaseNumber caseNumber, SendLetter.Input input, LocalDate today) {
        return input.letter()
                .on(today, law.effectiveDueDate(caseBook.facts(caseNumber).dueDate()));
    }

    /** What the creditor chooses for the letter if it leaves on that day. */
    LetterTerms terms(CaseNumber caseNumber, SendLetter.Input input, LocalDate today) {
        return policy.terms(
                type(caseNumber, input, today).name(),
                invoice(caseNumber).id(),
                caseBook.facts(caseNumber).letters(),
                today);
    }

    Draft draft(
            UUID key,
            CaseNumber caseNumber,
            SendLetter.Input input,
            Verdict verdict,
            Addressing.Way way,
            LocalDate today)
            throws ActivityBarred {
        Matter matter = matters.of(input.letter(), caseNumber, invoice(caseNumber), today);
        return draft(key, caseNumber, input, verdict, way, matter, today);
    }

    /** The same about something that it is not asked for, such as an example. */
    Draft draft(
            UUID key,
            CaseNumber caseNumber,
            SendLetter.Input input,
            Verdict verdict,
            Addressing.Way way,
            Matter matter,
            LocalDate today) {
        Invoice invoice = invoice(caseNumber);
        CaseFacts facts = caseBook.facts(caseNumber);
        LocalDate due = law.effectiveDueDate(facts.dueDate());
        LetterType type = input.letter().on(today, due);
        LetterTerms terms = policy.terms(type.name(), invoice.id(), facts.letters(), today);
        int drawn = input.daysToPay() == null ? settings.daysToPay() : input.daysToPay();
        LocalDate deadline = type.setsDeadline() ? deadline(type, facts, way, terms.days(drawn), today) : null;
        return new Draft(
                key,
                caseNumber,
                type,
                verdict,
                way.channel(),
                way.sender(),
                way.recipient(),
                language(invoice),
                today,
                due,
                deadline,
                nextStep(type, facts.country(), due, deadline, matter, today),
                demand(
                        type,
                        invoice,
                        facts,
                        matter,
                        terms.chargeFee() && !Boolean.FALSE.equals(input.withFee()),
                        today),
                terms,
                invoice,
                matter,
                links.address(type));
    }

    private LocalDate deadline(LetterType type, CaseFacts facts, Addressing.Way way, int daysToPay, LocalDate today) {
        LocalDate leavesOn = way.channel() == Channel.PRINT ? today.plusDays(settings.daysToPost()) : today;
        return law.deadline(type.legalStep(), facts, leavesOn, daysToPay);
    }

    private LocalDate nextStep(
            LetterType type,
            Country country,
            LocalDate due,
            @Nullable LocalDate deadline,
            Matter matter,
            LocalDate today) {
        LocalDate agreed = matter.dueOn(today);
        if (agreed != null && type != LetterType.PLAN_PROPOSAL) {
            return bankingDays.plus(country, agreed, matter.graceDays());
        }
        if (type == LetterType.FRIENDLY_REMINDER) {
            return bankingDays.onOrBefore(country, dayBeforeReminder(country, due, today));
        }
        return bankingDays.onOrAfter(country, nextStep(type, due, deadline, today));
    }

    private static LocalDate dayBeforeReminder(Country country, LocalDate due, LocalDate today) {
        Earliest earliest = Objects.requireNonNull(FIRST_REMINDER.get(country));
        LocalDate afterDue = due.plusDays(earliest.afterDue());
        LocalDate afterContact = today.plusDays(earliest.afterContact());
        return (afterContact.isAfter(afterDue) ? afterContact : afterDue).minusDays(1);
    }

    private static LocalDate nextStep(LetterType type, LocalDate due, @Nullable LocalDate deadline, LocalDate today) {
        if (deadline != null) {
            return deadline.plusDays(DAYS_AFTER_DEADLINE);
        }
        return type == LetterType.PRE_DUE_REMINDER ? due.plusDays(DAYS_AFTER_DEADLINE) : today.plusDays(DAYS_TO_ANSWER);
    }

    private Demand demand(
            LetterType type, Invoice invoice, CaseFacts facts, Matter matter, boolean withFee, LocalDate today) {
        Money none = Money.zero(invoice.currency());
        Money disputed = facts.disputedPart() == null ? none : facts.disputedPart();
        Balance balance = disputed.isPositive()
                ? receivables.undisputedOf(invoice.id(), disputed, today)
                : receivables.balanceOf(invoice.id(), today);
        Money newCompensation = withFee ? compensation(type, invoice, facts, today) : none;
        Money offset = newCompensation.isPositive()
                ? receivables.reckoning(invoice.id()).standing(Part.FEE)
                : none;
        boolean interest = type.claimsInterest() && facts.invoiceDelivered();
        return new Demand(
                invoice.amount(),
                disputed,
                balance.principal(),
                balance.fee(),
                type == LetterType.PLAN_CONFIRMATION
                        ? planFee(matter, facts, none, today)
                        : withFee && !newCompensation.isPositive() ? fee(type, invoice, facts, today) : none,
                interest ? balance.interest().plus(balance.accruedInterest()) : balance.interest(),
                interest ? balance.accruedInterest() : none,
                balance.compensation().plus(newCompensation).minus(offset),
                balance.costs(),
                newCompensation,
                interest
                        ? receivables.interestOf(invoice.id(), disputed, today)
                        : new InterestStatement(List.of(), none));
    }

    /**
     * The whole compensation, once on an invoice, where the creditor has chosen to claim it and it is more than the fees
     * that stand; never against a consumer ({@link Law#compensation}). Zero also where its amount is not known.
     */
    private Money compensation(LetterType type, Invoice invoice, CaseFacts facts, LocalDate today) {
        Ledger ledger = receivables.reckoning(invoice.id());
        Money none = Money.zero(invoice.currency());
        if (!type.mayBearFee()
                || !settings.claimsCompensation(invoice.creditor())
                || ledger.charged(Part.COMPENSATION).isPositive()) {
            return none;
        }
        return law.compensation(facts, today)
                .filter(amount -> amount.getCurrencyUnit().equals(invoice.currency()))
                .filter(amount -> amount.isGreaterThan(ledger.standing(Part.FEE)))
                .orElse(none);
    }

    /**
     * What was agreed on for the plan, as far as the law allows it on the day: the confirmation is the writing that lag (1981:739)
     * § 3 asks for.
     */
    private Money planFee(Matter matter, CaseFacts facts, Money none, LocalDate today) {
        Money agreed = matter.planFee();
        return agreed == null || !agreed.isPositive()
                ? none
                : law.planFee(new PaymentPlan(true, true, true), facts, today)
                        .filter(most -> most.getCurrencyUnit().equals(agreed.getCurrencyUnit()))
                        .map(most -> agreed.isGreaterThan(most) ? most : agreed)
                        .orElse(none);
    }

    /** A fee never stacks on a compensation (inkassoforskriften § 1-5, lag 1981:739 § 4 a), and is in the law's own money. */
    private Money fee(LetterType type, Invoice invoice, CaseFacts facts, LocalDate today) {
        boolean compensated =
                receivables.reckoning(invoice.id()).charged(Part.COMPENSATION).isPositive();
        return law.reminderFee(type.legalStep(), facts, today)
                .filter(fee -> !compensated && fee.getCurrencyUnit().equals(invoice.currency()))
                .orElse(Money.zero(invoice.currency()));
    }

    /** Letters are written in nb, sv and en; who reads another language gets English, Nynorsk readers Bokmål. */
    static Locale language(Invoice invoice) {
        return switch (invoice.debtor().language().getLanguage()) {
            case "nb", "nn", "no" -> Locale.forLanguageTag("nb");
            case "sv" -> Locale.forLanguageTag("sv");
            default -> Locale.ENGLISH;
        };
    }
}
