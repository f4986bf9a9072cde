package no.forfall.law;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import no.forfall.shared.BankingDays;
import no.forfall.shared.Country;
import org.joda.money.Money;

/**
 * The legal guard: asked before every step that a debtor feels. All dates are local dates in the creditor's country; the
 * rules are those in force on the date asked about. Immutable and safe for use by many threads.
 */
public final class Law {

    private final RulePacks packs;
    private final Rates rates;
    private final BankingDays bankingDays;

    public Law(Rates rates, BankingDays bankingDays) {
        this(RulePacks.load(), rates, bankingDays);
    }

    private Law(RulePacks packs, Rates rates, BankingDays bankingDays) {
        this.packs = packs;
        this.rates = rates;
        this.bankingDays = bankingDays;
    }

    /** The law with the rates and calendars that come with the product. */
    public static Law load() {
        return new Law(Rates.load(), new BankingDays());
    }

    /** The same law, taken as reviewed through another date than the one that comes with the product. */
    public Law reviewedThrough(LocalDate date) {
        return new Law(packs.reviewedThrough(date), rates, bankingDays);
    }

    /** Whether the step may happen to the case on the date. Nothing and plain contact are always allowed. */
    public Verdict verdict(LegalStep step, CaseFacts facts, LocalDate on) {
        if (!step.isWeighedByLaw()) {
            return new Verdict.Allowed();
        }
        var pack = packs.inForce(facts.country(), on);
        var question = new Question(step, facts, on, rates);
        var rules = pack.book().rules().stream().map(rule -> rule.objectionTo(question));
        return Objection.verdictOn(Stream.concat(Stream.of(pack.objectionTo(question)), rules)
                .flatMap(Optional::stream)
                .toList());
    }

    /**
     * The least number of days to pay, from the day of sending, that the law of the country has asked for since its
     * oldest pack; 0 for steps without a deadline. Norway: inkassoloven § 9, inkassoforskriften § 1-3. Sweden: practice
     * under inkassolagen § 5.
     */
    public int leastDaysToPay(LegalStep step, Country country) {
        return packs.of(country).stream()
                .mapToInt(pack -> pack.book().leastDaysToPay(step))
                .max()
                .orElse(0);
    }

    /**
     * The last day to pay for a letter sent on a date: the days asked for, raised to the least the law asks and moved to
     * a banking day when it falls on none.
     */
    public LocalDate deadline(LegalStep step, CaseFacts facts, LocalDate sentOn, int requestedDays) {
        var least = packs.inForce(facts.country(), sentOn).book().leastDaysToPay(step);
        return bankingDays.onOrAfter(facts.country(), sentOn.plusDays(Math.max(requestedDays, least)));
    }

    /**
     * The most that a letter of that date may charge, in the country's own currency whatever the claim's; empty when it
     * may charge nothing. Norway: inkassoforskriften § 1-2. Sweden: lag (1981:739) § 4.
     */
    public Optional<Money> reminderFee(LegalStep step, CaseFacts facts, LocalDate on) {
        return step.mayBearFee() && verdict(step, facts, on) instanceof Verdict.Allowed
                ? Optional.of(packs.inForce(facts.country(), on).book().reminderFee(facts, on, rates))
                : Optional.empty();
    }

    /**
     * The standard compensation for late payment that may be claimed once from the day after the due date, in the
     * country's own currency; empty when none is owed. It is offset against fees: recover the larger, never the sum.
     * Norway: forsinkelsesrenteloven § 3 a, inkassoforskriften § 1-5. Sweden: lag (1981:739) § 4 a.
     *
     * @throws RateUnknown when the amount of the date's half-year is not known
     */
    public Optional<Money> compensation(CaseFacts facts, LocalDate on) {
        var pack = packs.inForce(facts.country(), on);
        var due = on.isAfter(facts.effectiveDueDate()) && facts.invoiceDelivered() && !facts.disputed();
        return due && pack.isReviewedFor(on) ? pack.book().compensation(facts, on, rates) : Optional.empty();
    }

    /**
     * The date from which the claim looks time-barred, by simple counting from the first due date; empty when nothing is
     * owed. Norway: foreldelsesloven §§ 2, 3. Sweden: preskriptionslagen § 2. Acknowledgement, legal steps and, in
     * Sweden, a reminder that reached the debtor move it; that is for a person to judge.
     */
    public Optional<LocalDate> looksTimeBarredFrom(CaseFacts facts) {
        return facts.principalOpen().isPositive()
                ? Optional.of(packs.inForce(facts.country(), facts.firstDueDate())
                        .book()
                        .looksTimeBarredFrom(facts))
                : Optional.empty();
    }
}
