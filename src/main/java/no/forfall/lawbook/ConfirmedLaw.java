package no.forfall.lawbook;

import java.util.List;
import java.util.Objects;
import no.forfall.law.PackDates;
import no.forfall.law.RateKind;
import no.forfall.law.RateRow;
import no.forfall.law.Rates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What two managers have confirmed, read from the table once in each transaction: the table is small, and so what was
 * confirmed on one node is counted with on every other at once. Safe for use by many threads.
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

    /** Lets a transaction that confirms something count with it itself. */
    void readAnew() {
        TransactionSynchronizationManager.unbindResourceIfPossible(this);
    }

    /** The same answer throughout a transaction: one letter is not written under two laws. */
    private State now() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return read();
        }
        State bound = (State) TransactionSynchronizationManager.getResource(this);
        if (bound == null) {
            bound = read();
            TransactionSynchronizationManager.bindResource(this, bound);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResourceIfPossible(ConfirmedLaw.this);
                }
            });
        }
        return bound;
    }

    private State read() {
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
