package no.forfall.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** All measures of a scenario; a figure of a side is the median over its rounds. */
record Results(String about, List<Measure> measures) {

    /** The sides that took part, in their order. */
    List<String> sides() {
        return measures.stream().map(Measure::side).distinct().toList();
    }

    List<Measure> of(String side) {
        return measures.stream().filter(measure -> measure.side().equals(side)).toList();
    }

    boolean has(String side) {
        return !of(side).isEmpty();
    }

    /** NaN for a side that did not take part. */
    double median(String side, ToDoubleFunction<Measure> figure) {
        return median(of(side).stream().mapToDouble(figure).toArray());
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** How many times the figure of one side is that of the other. */
    double ratio(String side, String other, ToDoubleFunction<Measure> figure) {
        return median(side, figure) / median(other, figure);
    }

    /** A row of the table of costs. */
    String row(String side, String name) {
        return "| %s | %.1f (%.1f + %.1f) | %.1f | %.2f | %,.0f | %.1f | %,.0f | %s |%n"
                .formatted(
                        name,
                        median(side, measure -> measure.each().cpu() * 1000),
                        median(side, measure -> measure.each().jvm() * 1000),
                        median(side, measure -> measure.each().postgres() * 1000),
                        median(side, measure -> measure.each().sql()),
                        median(side, measure -> measure.commits() / measure.items()),
                        median(side, measure -> measure.each().wal()),
                        median(side, measure -> measure.rows() / measure.items()),
                        median(side, measure -> measure.growth() / measure.items()),
                        of(side).stream().allMatch(measure -> measure.jobsPerSecond() == 0)
                                ? "–"
                                : "%.0f".formatted(median(side, Measure::jobsPerSecond)));
    }

    /** The costs of one item in a few cells, and how many a second. */
    String cells(String side) {
        return "%.1f (%.1f + %.1f) | %.1f | %.2f | %,.0f | %.0f"
                .formatted(
                        median(side, measure -> measure.each().cpu() * 1000),
                        median(side, measure -> measure.each().jvm() * 1000),
                        median(side, measure -> measure.each().postgres() * 1000),
                        median(side, measure -> measure.each().sql()),
                        median(side, measure -> measure.commits() / measure.items()),
                        median(side, measure -> measure.each().wal()),
                        median(side, measure -> 1 / measure.each().seconds()));
    }

    /** What each phase of a side's work costs per item. */
    String phases(String side) {
        StringBuilder table = new StringBuilder("| phase | CPU ms (JVM + PG) | SQL | transactions begun | WAL B |\n");
        table.append("|---|---|---|---|---|\n");
        for (String phase : of(side).get(0).phases().keySet()) {
            ToDoubleFunction<ToDoubleFunction<Cost>> each = figure -> median(
                    side, measure -> figure.applyAsDouble(measure.phases().get(phase)) / measure.items());
            table.append("| %s | %.1f (%.1f + %.1f) | %.1f | %.2f | %,.0f |%n"
                    .formatted(
                            phase,
                            each.applyAsDouble(Cost::cpu) * 1000,
                            each.applyAsDouble(Cost::jvm) * 1000,
                            each.applyAsDouble(Cost::postgres) * 1000,
                            each.applyAsDouble(Cost::sql),
                            each.applyAsDouble(Cost::commits),
                            each.applyAsDouble(Cost::wal)));
        }
        return table.toString();
    }

    /** The statements that a side calls most, in its first round. */
    String statements(String side, int most) {
        Measure measure = of(side).get(0);
        StringBuilder table = new StringBuilder("| calls | PG ms | WAL B | statement |\n|---|---|---|---|\n");
        measure.top().stream()
                .limit(most)
                .forEach(statement -> table.append("| %.1f | %.2f | %,.0f | `%s` |%n"
                        .formatted(
                                statement.calls() / measure.items(),
                                statement.seconds() * 1000 / measure.items(),
                                statement.wal() / measure.items(),
                                shortened(statement.text()))));
        return table.toString();
    }

    private static String shortened(String sql) {
        String plain = sql.replace("|", "\\|").replace("`", "'");
        return plain.length() <= 120 ? plain : plain.substring(0, 119) + "…";
    }
}
