package no.forfall.bench;

import java.util.List;
import java.util.Map;

/**
 * What one side cost in one round.
 *
 * @param items how many lifecycles, letters, … it did
 * @param phases what each part of the work cost, in the order in which it was done
 * @param commits every transaction that the server counted, also those that only read
 * @param growth bytes by which the database grew
 * @param jobsPerSecond while jobs were due
 * @param written rows inserted, updated and deleted, by table
 * @param top the statements that were called most or wrote most
 * @param notes figures of the scenario's own, by name
 */
record Measure(
        String side,
        int items,
        Map<String, Cost> phases,
        double commits,
        double growth,
        double jobsPerSecond,
        Map<String, Rows> written,
        List<Statement> top,
        Map<String, Double> notes) {

    record Rows(long inserted, long updated, long deleted) {

        long all() {
            return inserted + updated + deleted;
        }

        Rows minus(Rows before) {
            return new Rows(inserted - before.inserted, updated - before.updated, deleted - before.deleted);
        }
    }

    record Statement(String text, double calls, double wal, double seconds) {}

    Cost total() {
        return phases.values().stream().reduce(Cost.NOTHING, Cost::plus);
    }

    /** What one item cost. */
    Cost each() {
        return total().times(1.0 / items);
    }

    double rows() {
        return written.values().stream().mapToLong(Rows::all).sum();
    }
}
