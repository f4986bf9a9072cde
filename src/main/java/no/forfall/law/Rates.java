package no.forfall.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forfall.shared.Country;

/** The dated rates: those of {@code rates.csv}, and those that people have added since. Safe for use by many threads. */
public final class Rates {

    /** Räntelagen § 6: percentage points above the reference rate. */
    private static final BigDecimal SWEDISH_MARGIN = BigDecimal.valueOf(8);

    private static final Set<String> CONFIDENCE = Set.of("high", "medium-high", "medium", "low");
    private static final Map<String, RateKind> KINDS =
            Stream.of(RateKind.values()).collect(Collectors.toMap(RateKind::key, kind -> kind));

    private final Supplier<Map<RateKind, NavigableMap<LocalDate, BigDecimal>>> rows;

    private Rates(Supplier<Map<RateKind, NavigableMap<LocalDate, BigDecimal>>> rows) {
        this.rows = rows;
    }

    /**
     * Reads the rates that come with the product.
     *
     * @throws IllegalStateException when a line is not understood, naming the line
     */
    public static Rates load() {
        return read(DataFile.load("rates.csv", "country,kind,valid_from,value,confidence"));
    }

    static Rates read(DataFile file) {
        var rows = new EnumMap<RateKind, NavigableMap<LocalDate, BigDecimal>>(RateKind.class);
        for (var line : file.lines()) {
            var kind = KINDS.get(line.text(1));
            var validFrom = line.date(2);
            if (kind == null || kind.country() != line.country(0)) {
                throw line.invalid("not a kind: " + line.text(1));
            }
            if (!kind.mayBeginOn(validFrom)) {
                throw line.invalid("a " + kind.key() + " does not begin on " + validFrom);
            }
            if (!CONFIDENCE.contains(line.text(4))) {
                throw line.invalid("not a confidence: " + line.text(4));
            }
            var series = rows.computeIfAbsent(kind, any -> new TreeMap<>());
            if (series.put(validFrom, line.number(3)) != null) {
                throw line.invalid("a second row for " + validFrom);
            }
        }
        return new Rates(() -> rows);
    }

    /** The same rates and the given rows; a later row for the same day takes the place of an earlier one. */
    public Rates with(List<RateRow> added) {
        var all = new EnumMap<RateKind, NavigableMap<LocalDate, BigDecimal>>(RateKind.class);
        rows.get().forEach((kind, series) -> all.put(kind, new TreeMap<>(series)));
        added.forEach(
                row -> all.computeIfAbsent(row.kind(), any -> new TreeMap<>()).put(row.from(), row.value()));
        return new Rates(() -> all);
    }

    /** Rates that are asked for at each question. */
    public static Rates following(Supplier<Rates> current) {
        return new Rates(() -> current.get().rows.get());
    }

    /** These rates as they are at this moment, so that one calculation is made of one state. */
    Rates now() {
        var now = rows.get();
        return new Rates(() -> now);
    }

    /**
     * The late interest in force on a day, in percent a year. Norway: forsinkelsesrenteloven § 3. Sweden: räntelagen
     * §§ 6, 9, the reference rate and eight percentage points.
     *
     * @throws RateUnknown when the half-year of the date has no published rate
     */
    public BigDecimal lateInterestPercent(Country country, LocalDate date) {
        return switch (country) {
            case NO -> value(RateKind.LATE_INTEREST_PERCENT, date);
            case SE -> value(RateKind.REFERENCE_RATE_PERCENT, date).add(SWEDISH_MARGIN);
        };
    }

    /** The first day for which late interest is known. */
    public LocalDate lateInterestKnownFrom(Country country) {
        return rows.get().get(lateInterest(country)).firstKey();
    }

    /** The last day through which late interest is known without a gap; interest is never counted beyond it. */
    public LocalDate lateInterestKnownThrough(Country country) {
        var kind = lateInterest(country);
        var series = rows.get().get(kind);
        var known = series.firstKey();
        while (series.containsKey(kind.next(known))) {
            known = kind.next(known);
        }
        return HalfYears.lastDay(known);
    }

    private static RateKind lateInterest(Country country) {
        return country == Country.NO ? RateKind.LATE_INTEREST_PERCENT : RateKind.REFERENCE_RATE_PERCENT;
    }

    /** The rows of a series, oldest first. */
    public List<RateRow> series(RateKind kind) {
        return rows.get().getOrDefault(kind, new TreeMap<>()).entrySet().stream()
                .map(row -> new RateRow(kind, row.getKey(), row.getValue()))
                .toList();
    }

    BigDecimal value(RateKind kind, LocalDate date) {
        return find(kind, date).orElseThrow(() -> new RateUnknown(kind, date));
    }

    Optional<BigDecimal> find(RateKind kind, LocalDate date) {
        return Optional.ofNullable(rows.get().get(kind))
                .map(series -> series.floorEntry(date))
                .filter(row -> kind.covers(row.getKey(), date))
                .map(Map.Entry::getValue);
    }
}
