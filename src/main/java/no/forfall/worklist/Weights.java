package no.forfall.worklist;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.forfall.engine.TableAnswer;
import no.forfall.engine.TableLine;
import no.forfall.engine.Tables;

/**
 * One edition of the table {@value #TABLE}, asked once for each stretch of numbers between the bounds that its rows name, so
 * that a hundred thousand items take some dozens of questions.
 */
final class Weights {

    static final String TABLE = "work-order";

    /** How far ahead it is looked for a day on which the points change. */
    private static final int LOOKS_AHEAD_DAYS = 7;

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final Pattern COMPARISON = Pattern.compile(
            "(?:[<>]=?\\s*)?" + NUMBER + "|[\\[(\\]]\\s*" + NUMBER + "\\s*\\.\\.\\s*" + NUMBER + "\\s*[\\])\\[]");
    private static final Pattern COMPARISONS =
            Pattern.compile("-|(?:" + COMPARISON + ")(?:\\s*,\\s*(?:" + COMPARISON + "))*");

    /** A row and what it answers; row 0 is none. */
    private record Answer(int row, int points) {}

    private record Asked(OrderFact fact, double stretch) {}

    private final int version;
    private final List<TableLine> lines;
    private final double[] bounds;
    private final boolean inStretches;
    private final BiFunction<OrderFact, Double, Answer> table;
    private final Map<Asked, Answer> known;
    private final Map<Integer, Integer> others;

    private Weights(
            int version,
            List<TableLine> lines,
            BiFunction<OrderFact, Double, Answer> table,
            Map<Asked, Answer> known,
            Map<Integer, Integer> others) {
        this.version = version;
        this.lines = lines;
        this.table = table;
        this.known = known;
        this.others = others;
        List<String> compared = lines.stream()
                .map(line -> line.conditions().get(line.conditions().size() - 1))
                .toList();
        this.inStretches =
                compared.stream().allMatch(text -> COMPARISONS.matcher(text).matches());
        this.bounds = compared.stream()
                .flatMap(text -> NUMBER.matcher(text).results().map(found -> Double.valueOf(found.group())))
                .mapToDouble(Double::doubleValue)
                .sorted()
                .distinct()
                .toArray();
    }

    /** The newest edition. */
    static Weights newest(Tables tables) {
        int version = tables.version(TABLE);
        return new Weights(
                version,
                tables.lines(TABLE),
                (fact, value) -> ask(tables, fact, value),
                new ConcurrentHashMap<>(),
                Map.of());
    }

    private static Answer ask(Tables tables, OrderFact fact, double value) {
        TableAnswer answer = tables.ask(TABLE, Map.of("fact", fact.name(), "value", value));
        return answer.rows().stream()
                .findFirst()
                .map(row -> new Answer(row.number(), points(answer.outputs().get("points"))))
                .orElse(new Answer(0, 0));
    }

    /** A row that gives no number gives no points. */
    private static int points(Object given) {
        return given instanceof Number number ? number.intValue() : 0;
    }

    /** The same table with other points in some rows, by their numbers. */
    Weights with(Map<Integer, Integer> points) {
        return new Weights(version, lines, table, known, points);
    }

    int version() {
        return version;
    }

    List<TableLine> lines() {
        return lines;
    }

    /** What the item gets points for on a day, the most first; what gives none is not in it. */
    Map<OrderFact, Integer> of(ItemFacts facts, LocalDate today) {
        Map<OrderFact, Integer> parts = new EnumMap<>(OrderFact.class);
        facts.on(today).forEach((fact, value) -> parts.put(fact, points(fact, value)));
        parts.values().removeIf(points -> points == 0);
        return largestFirst(parts);
    }

    static Map<OrderFact, Integer> largestFirst(Map<OrderFact, Integer> parts) {
        Map<OrderFact, Integer> sorted = new LinkedHashMap<>();
        parts.entrySet().stream()
                .sorted(Map.Entry.<OrderFact, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(part -> sorted.put(part.getKey(), part.getValue()));
        return sorted;
    }

    static int sum(Map<OrderFact, Integer> parts) {
        return parts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private int points(OrderFact fact, double value) {
        Answer answer = known.computeIfAbsent(
                new Asked(fact, inStretches ? stretch(value) : value), asked -> table.apply(fact, value));
        return others.getOrDefault(answer.row(), answer.points());
    }

    /** Bounds have odd numbers, what lies between them even ones. */
    private int stretch(double value) {
        int place = Arrays.binarySearch(bounds, value);
        return place >= 0 ? 2 * place + 1 : 2 * -(place + 1);
    }

    /** The first day after today on which the item's points are others, or on which its facts are to be looked at anew. */
    LocalDate changesOn(ItemFacts facts, LocalDate today) {
        if (facts.mayChangeUnheard(today)) {
            return today.plusDays(1);
        }
        Map<OrderFact, Integer> now = of(facts, today);
        return Stream.iterate(today.plusDays(1), day -> day.plusDays(1))
                .limit(LOOKS_AHEAD_DAYS - 1)
                .filter(day -> !of(facts, day).equals(now))
                .findFirst()
                .orElse(today.plusDays(LOOKS_AHEAD_DAYS));
    }
}
