package no.forfall.preview;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.forfall.cases.LegalCase;
import no.forfall.law.Law;
import no.forfall.law.LegalStep;
import no.forfall.law.PackDates;
import no.forfall.law.PackStanding;
import no.forfall.law.RateKind;
import no.forfall.law.RateRow;
import no.forfall.law.Rates;

/** Two states of the law, asked about the same day. */
record Comparison(Law before, Law after, LocalDate on) {

    static final String ACT = "NO-2026";

    private static final List<LegalStep> STEPS = List.of(LegalStep.REMINDER, LegalStep.NOTICE, LegalStep.HAND_OVER);
    private static final List<RateKind> FEE_RATES = List.of(RateKind.INKASSOSATS, RateKind.REMINDER_FEE);

    /** Both states are taken once, so that all cases are held against the same. */
    static Comparison of(Law current, Rates currentRates, Scenario scenario, LocalDate today) {
        Rates rates = currentRates.with(List.of());
        Law law = current.with(List.of()).counting(rates);
        return scenario.isAsThingsStand()
                ? new Comparison(carriedOn(law, rates, today, scenario.on()), law, scenario.on())
                : new Comparison(law, changed(law, rates, scenario), scenario.on());
    }

    private static Law changed(Law law, Rates rates, Scenario scenario) {
        List<PackDates> dates = law.packs().stream()
                .map(pack -> new PackDates(
                        pack.id(), pack.id().equals(ACT) ? scenario.actFrom() : null, scenario.reviewedThrough()))
                .toList();
        Law changed = law.with(dates);
        return scenario.baseRate() == null
                ? changed
                : changed.counting(rates.with(List.of(
                        new RateRow(RateKind.INKASSOSATS, scenario.on().withDayOfYear(1), scenario.baseRate()))));
    }

    /** The law as if the rules, reviews and fee rates of today went on unchanged until the day. */
    private static Law carriedOn(Law law, Rates rates, LocalDate today, LocalDate on) {
        List<PackDates> dates =
                law.packs().stream().flatMap(pack -> carriedOn(pack, today, on)).toList();
        List<RateRow> rows = FEE_RATES.stream()
                .flatMap(kind -> carriedOn(kind, rates.series(kind), today, on))
                .toList();
        return law.with(dates).counting(rates.with(rows));
    }

    private static Stream<PackDates> carriedOn(PackStanding pack, LocalDate today, LocalDate on) {
        if (pack.from() == null) {
            return Stream.empty();
        }
        if (pack.from().isAfter(today)) {
            return Stream.of(new PackDates(pack.id(), LocalDate.MAX, null));
        }
        boolean lapses = !pack.reviewedThrough().isBefore(today)
                && pack.reviewedThrough().isBefore(on);
        return lapses ? Stream.of(new PackDates(pack.id(), null, on)) : Stream.empty();
    }

    /** The row of today in place of every later one through the day, and in each span that has none yet. */
    private static Stream<RateRow> carriedOn(RateKind kind, List<RateRow> series, LocalDate today, LocalDate on) {
        Optional<RateRow> current =
                series.stream().filter(row -> !row.from().isAfter(today)).reduce((earlier, later) -> later);
        boolean known = current.filter(
                        row -> kind != RateKind.INKASSOSATS || row.from().getYear() == today.getYear())
                .isPresent();
        if (!known) {
            return Stream.empty();
        }
        BigDecimal value = current.get().value();
        List<LocalDate> begins = new ArrayList<>();
        series.stream().map(RateRow::from).forEach(begins::add);
        if (kind == RateKind.INKASSOSATS) {
            begins.add(on.withDayOfYear(1));
        }
        return begins.stream()
                .filter(from -> from.isAfter(today) && !from.isAfter(on))
                .distinct()
                .map(from -> new RateRow(kind, from, value));
    }

    /** The case with the steps that differ; empty when none does. */
    Optional<AffectedCase> of(LegalCase each) {
        List<AffectedCase.Change> changes = STEPS.stream()
                .map(step -> new AffectedCase.Change(
                        step, Outlook.of(before, step, each.facts(), on), Outlook.of(after, step, each.facts(), on)))
                .filter(change -> !change.before().allowsTheSameAs(change.after()))
                .toList();
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new AffectedCase(
                        each.number(),
                        each.invoice().debtor().name(),
                        each.invoice().creditor().name(),
                        each.invoice().number(),
                        each.facts().dueDate(),
                        each.facts().principalOpen(),
                        changes));
    }
}
