package no.forfall.worklist;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.forfall.engine.EditionRefused;
import no.forfall.engine.Editions;
import no.forfall.engine.TableLine;
import no.forfall.engine.Tables;
import no.forfall.shared.Country;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets managers change the points of the work list's order, and see beforehand what that moves. */
@Service
@Transactional(readOnly = true)
public class WorkOrders {

    /** Of how many places it is told who leaves them. */
    public static final int LOOKED_AT = 100;

    private static final String FILE = Weights.TABLE + ".dmn";

    private static final Comparator<Place> ORDER = Comparator.comparingInt(Place::points)
            .reversed()
            .thenComparing(Place::due, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Place::openedAt)
            .thenComparing(Place::id);

    private final WeightsInForce inForce;
    private final RankTable table;
    private final Tables tables;
    private final Editions editions;
    private final Clock clock;

    WorkOrders(WeightsInForce inForce, RankTable table, Tables tables, Editions editions, Clock clock) {
        this.inForce = inForce;
        this.table = table;
        this.tables = tables;
        this.editions = editions;
        this.clock = clock;
    }

    /**
     * The rows of the table.
     *
     * @param version the edition that they are of
     */
    public record Weighing(int version, List<TableLine> lines) {}

    public Weighing weighing() {
        Weights now = inForce.now();
        return new Weighing(now.version(), now.lines());
    }

    /** An open item in the order of some weights. */
    public record Place(String id, @Nullable Instant due, Instant openedAt, int points) {}

    /**
     * What other points would move.
     *
     * @param before the first items as they are, at most {@link #LOOKED_AT}; {@code after} as they would be
     * @param moved how many items would stand among these at another place than now
     */
    public record Effect(long open, List<Place> before, List<Place> after, long moved) {}

    /**
     * Weighs all open items with other points, without publishing anything.
     *
     * @param points by the number of the row; a row that is not named keeps its own
     */
    public Effect effect(Map<Integer, Integer> points) {
        Weights now = inForce.now();
        Weights then = now.with(points);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Country.NO.zone());
        List<Place> before = new ArrayList<>();
        List<Place> after = new ArrayList<>();
        table.eachOpen((id, due, openedAt, facts) -> {
            before.add(new Place(id, due, openedAt, Weights.sum(now.of(facts, today))));
            after.add(new Place(id, due, openedAt, Weights.sum(then.of(facts, today))));
        });
        List<Place> first = first(before);
        List<Place> then100 = first(after);
        Map<String, Integer> places = new HashMap<>();
        IntStream.range(0, first.size())
                .forEach(place -> places.put(first.get(place).id(), place));
        long moved = IntStream.range(0, then100.size())
                .filter(place -> places.getOrDefault(then100.get(place).id(), -1) != place)
                .count();
        return new Effect(before.size(), first, then100, moved);
    }

    private static List<Place> first(List<Place> places) {
        return places.stream().sorted(ORDER).limit(LOOKED_AT).toList();
    }

    /**
     * Publishes other points as the next edition of the table; every open item is counted anew soon.
     *
     * @param version the edition that was looked at
     * @throws WeightsChanged when a newer one was published meanwhile
     * @throws EditionRefused when the gate finds errors
     */
    @Transactional
    public int publish(int version, Map<Integer, Integer> points, String author, String note) {
        if (tables.version(Weights.TABLE) != version) {
            throw new WeightsChanged(tables.version(Weights.TABLE));
        }
        Map<Integer, String> answers = new HashMap<>();
        points.forEach((row, each) -> answers.put(row, String.valueOf(each)));
        return editions.publish(FILE, tables.withAnswers(Weights.TABLE, answers), author, note)
                .version();
    }
}
