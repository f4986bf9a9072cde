package no.forfall.preview;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.forfall.cases.LegalCase;
import no.forfall.cases.LegalCases;
import no.forfall.law.Law;
import no.forfall.law.PackStanding;
import no.forfall.law.Rates;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds the open cases to which a change of law makes a difference. */
@Service
public class LawPreview {

    private static final int BATCH = 500;

    /** @param next the case to go on after; null when these are the last */
    public record Page(List<AffectedCase> cases, @Nullable CaseNumber next) {}

    private final LegalCases cases;
    private final Law law;
    private final Rates rates;
    private final Clock clock;

    LawPreview(LegalCases cases, Law law, Rates rates, Clock clock) {
        this.cases = cases;
        this.law = law;
        this.rates = rates;
        this.clock = clock;
    }

    /**
     * All affected cases in the order of their numbers, read while they are asked for, some hundred cases at a time. A case
     * that is opened or closed meanwhile may be among them or not.
     *
     * @param after only those behind this case; null for all
     */
    public Stream<AffectedCase> affected(Scenario scenario, @Nullable CaseNumber after) {
        Comparison comparison = Comparison.of(law, rates, scenario, today());
        return Stream.iterate(cases.open(after, BATCH), batch -> !batch.isEmpty(), this::next)
                .flatMap(List::stream)
                .map(comparison::of)
                .flatMap(Optional::stream);
    }

    private List<LegalCase> next(List<LegalCase> batch) {
        return batch.size() < BATCH
                ? List.of()
                : cases.open(batch.get(batch.size() - 1).number(), BATCH);
    }

    /** The first affected cases behind one. */
    public Page page(Scenario scenario, @Nullable CaseNumber after, int size) {
        List<AffectedCase> found = affected(scenario, after).limit(size + 1L).toList();
        return found.size() > size
                ? new Page(found.subList(0, size), found.get(size - 1).number())
                : new Page(found, null);
    }

    /** Today in Oslo, which is the day in Stockholm too. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Country.NO.zone());
    }

    /** The day after the rules that are in force now stop being reviewed, or today when that has passed. */
    public LocalDate nextLapse() {
        LocalDate today = today();
        return law.packs().stream()
                .filter(pack -> pack.from() != null && !pack.from().isAfter(today))
                .map(PackStanding::reviewedThrough)
                .filter(through -> !through.isBefore(today))
                .min(LocalDate::compareTo)
                .map(through -> through.plusDays(1))
                .orElse(today);
    }
}
