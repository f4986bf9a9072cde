package no.forfall.lawbook;

import java.util.List;
import java.util.Objects;
import no.forfall.law.PackDates;
import no.forfall.law.RateKind;
import no.forfall.law.RateRow;
import no.forfall.law.Rates;
import org.springframework.stereotype.Component;

/**
 * What two managers have confirmed, read from the table at each question: the table is small, and so what was confirmed on
 * one node is counted with on every other at once. Safe for use by many threads.
 */
@Component
public class ConfirmedLaw {

    private static final Rates SEEDED = Rates.load();

    private final LawEntries entries;
    private volatile State state = State.of(List.of());

    ConfirmedLaw(LawEntries entries) {
        this.entries = entries;
    }

    /** The rates that come with the product and those confirmed since. */
    public Rates rates() {
        return now().rates;
    }

    /** The dates of packs of rules, in the order in which they were confirmed. */
    public List<PackDates> dates() {
        return now().dates;
    }

    private State now() {
        State known = state;
        List<LawEntry> confirmed = entries.confirmed();
        if (!confirmed.equals(known.entries)) {
            known = State.of(confirmed);
            state = known;
        }
        return known;
    }

    private record State(List<LawEntry> entries, Rates rates, List<PackDates> dates) {

        static State of(List<LawEntry> entries) {
            return new State(
                    entries,
                    SEEDED.with(entries.stream()
                            .filter(entry -> entry.kind() == LawEntry.Kind.RATE)
                            .map(State::rate)
                            .toList()),
                    entries.stream()
                            .filter(entry -> entry.kind() != LawEntry.Kind.RATE)
                            .map(State::date)
                            .toList());
        }

        private static RateRow rate(LawEntry entry) {
            var value = Objects.requireNonNull(entry.value()).stripTrailingZeros();
            return new RateRow(
                    RateKind.valueOf(entry.subject()), entry.day(), value.setScale(Math.max(2, value.scale())));
        }

        private static PackDates date(LawEntry entry) {
            return entry.kind() == LawEntry.Kind.IN_FORCE_FROM
                    ? new PackDates(entry.subject(), entry.day(), null)
                    : new PackDates(entry.subject(), null, entry.day());
        }
    }
}
