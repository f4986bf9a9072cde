package no.forfall.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.forfall.shared.BankingDays;
import no.forfall.shared.Country;
import org.joda.money.Money;

/**
 * The legal guard: asked before every step that a debtor feels. All dates are local dates in the creditor's country; the
 * rules are those in force on the date asked about. Safe for use by many threads.
 */
public final class Law {

    private final Supplier<RulePacks> packs;
    private final Rates rates;
    private final BankingDays bankingDays;
    private final Readings readings;

    private Law(Supplier<RulePacks> packs, Rates rates, BankingDays bankingDays, Readings readings) {
        this.packs = packs;
        this.rates = rates;
        this.bankingDays = bankingDays;
        this.readings = readings;
    }

    /** The law with the dates of its packs that come with the product, and the readings that favour the debtor. */
    public Law(Rates rates, BankingDays bankingDays) {
        this(constant(RulePacks.load()), rates, bankingDays, Readings.DEFAULT);
    }

    /** The law with the rates and calendars that come with the product. */
    public static Law load() {
        return new Law(Rates.load(), new BankingDays());
    }

    /** The same law, with the given dates in place of those that come with the product; a later entry wins. */
    public Law with(List<PackDates> dates) {
        return new Law(constant(packs.get().with(dates)), rates, bankingDays, readings);
    }

    /** The same law, with dates that are asked for at each question. */
    public Law following(Supplier<List<PackDates>> dates) {
        var own = packs.get();
        return new Law(() -> own.with(dates.get()), rates, bankingDays, readings);
    }

    /** The same law with other answers to its open questions. */
    public Law readAs(Readings readings) {
        return new Law(packs, rates, bankingDays, readings);
    }

    /** The same law with other rates. */
    public Law counting(Rates rates) {
        return new Law(packs, rates, bankingDays, readings);
    }

    private static Supplier<RulePacks> constant(RulePacks packs) {
        return () -> packs;
    }

    /** Whether the step may happen to the case on the date. Nothing and plain contact are always allowed. */
    public Verdict verdict(LegalStep step, CaseFacts facts, LocalDate on) {
        if (!step.isWeighedByLaw()) {
            return new Verdict.Allowed();
        }
        return verdict(pack(facts, on), question(step, facts, on));
    }

    private static Verdict verdict(RulePack pack, Question question) {
        var rules = pack.book().rules().stream().map(rule -> rule.objectionTo(question));
        return Objection.verdictOn(Stream.concat(Stream.of(pack.objectionTo(question)), rules)
                .flatMap(Optional::stream)
                .toList());
    }

    private RulePack pack(CaseFacts facts, LocalDate on) {
        return packs.get().inForce(facts.country(), on);
    }

    private Question question(LegalStep step, CaseFacts facts, LocalDate on) {
        return new Question(step, facts, on, rates.now(), readings);
    }

    /** The rules of a country on a date, with their texts: all of them, also those that are no question to a step. */
    public PackInForce rules(Country country, LocalDate on) {
        return packs.get().inForce(country, on).stated();
    }

    /** All packs of rules, those to come too. */
    public List<PackStanding> packs() {
        return packs.get().all().stream()
                .map(pack -> new PackStanding(
                        pack.id(), pack.country(), pack.statute(), pack.from(), pack.reviewedThrough()))
                .toList();
    }

    /** The last day on which payment of an invoice is in time: the due date, read as {@link Readings.WeekendDueDate} says. */
    public LocalDate effectiveDueDate(LocalDate dueDate) {
        return readings.effectiveDueDate(dueDate);
    }

    /**
     * The least number of days to pay, from the day of sending, that the law of the country has asked for since its
     * oldest pack; 0 for steps without a deadline. Norway: inkassoloven § 9, inkassoforskriften § 1-3. Sweden: practice
     * under inkassolagen § 5.
     */
    public int leastDaysToPay(LegalStep step, Country country) {
        return packs.get().of(country).stream()
                .mapToInt(pack -> pack.book().leastDaysToPay(step))
                .max()
                .orElse(0);
    }

    /**
     * The last day to pay for a letter sent on a date: the days asked for, raised to the least the law asks and moved to
     * a banking day when it falls on none.
     */
    public LocalDate deadline(LegalStep step, CaseFacts facts, LocalDate sentOn, int requestedDays) {
        var least = pack(facts, sentOn).book().leastDaysToPay(step);
        return bankingDays.onOrAfter(facts.country(), sentOn.plusDays(Math.max(requestedDays, least)));
    }

    /**
     * The most that a letter of that date may charge, in the country's own currency whatever the claim's; empty when it
     * may charge nothing. Norway: inkassoforskriften § 1-2. Sweden: lag (1981:739) § 4.
     */
    public Optional<Money> reminderFee(LegalStep step, CaseFacts facts, LocalDate on) {
        return step.mayBearFee() ? amount(step, facts, on, RuleBook::reminderFee) : Optional.empty();
    }

    /**
     * The standard compensation for late payment that may be claimed once from the day after the due date, in the
     * country's own currency; empty when it may not, as {@link LegalStep#COMPENSATION} explains. Fees are set off against
     * it, see {@link #recoverable}. Norway: forsinkelsesrenteloven § 3 a. Sweden: lag (1981:739) § 4 a.
     */
    public Optional<Money> compensation(CaseFacts facts, LocalDate on) {
        return amount(LegalStep.COMPENSATION, facts, on, RuleBook::compensation);
    }

    /**
     * The most that a plan of instalments may charge, once for a claim, in the country's own currency; empty when it may
     * charge nothing, as {@link LegalStep#PLAN} explains. Sweden: lag (1981:739) §§ 3, 4. Norway: never.
     */
    public Optional<Money> planFee(PaymentPlan plan, CaseFacts facts, LocalDate on) {
        return amount(LegalStep.PLAN, facts.with(plan), on, RuleBook::planFee);
    }

    private Optional<Money> amount(LegalStep step, CaseFacts facts, LocalDate on, Amount amount) {
        var pack = pack(facts, on);
        var question = question(step, facts, on);
        return verdict(pack, question) instanceof Verdict.Allowed
                ? Optional.of(amount.of(pack.book(), question))
                : Optional.empty();
    }

    private interface Amount {
        Money of(RuleBook book, Question question);
    }

    /**
     * What may be recovered of fees and compensation together: the larger, never the sum. Norway: inkassoforskriften §§
     * 1-5, 2-6 (NO-R6). Sweden: lag (1981:739) § 4 a (SE-R4).
     *
     * @throws org.joda.money.CurrencyMismatchException when they are in two currencies
     */
    public static Money recoverable(Money fees, Money compensation) {
        return fees.isGreaterThan(compensation) ? fees : compensation;
    }

    /**
     * The date from which the claim looks time-barred, by simple counting from the first due date; empty when nothing is
     * owed. Norway: foreldelsesloven §§ 2, 3. Sweden: preskriptionslagen § 2. Acknowledgement, legal steps and, in
     * Sweden, a reminder that reached the debtor move it; that is for a person to judge.
     */
    public Optional<LocalDate> looksTimeBarredFrom(CaseFacts facts) {
        return facts.principalOpen().isPositive()
                ? Optional.of(pack(facts, facts.firstDueDate()).book().looksTimeBarredFrom(facts))
                : Optional.empty();
    }
}
