package no.forfall.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forfall.shared.Country;

/** The dated rates of {@code rates.csv}. Immutable. */
public final class Rates {

    /** Räntelagen § 6: percentage points above the reference rate. */
    private static final BigDecimal SWEDISH_MARGIN = BigDecimal.valueOf(8);

    private static final Set<String> CONFIDENCE = Set.of("high", "medium-high", "medium", "low");
    private static final Map<String, RateKind> KINDS =
            Stream.of(RateKind.values()).collect(Collectors.toMap(RateKind::key, kind -> kind));

    private final Map<Series, NavigableMap<LocalDate, BigDecimal>> rows;

    private Rates(Map<Series, NavigableMap<LocalDate, BigDecimal>> rows) {
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
        var rows = new HashMap<Series, NavigableMap<LocalDate, BigDecimal>>();
        for (var line : file.lines()) {
            var kind = KINDS.get(line.text(1));
            var validFrom = line.date(2);
            if (kind == null) {
                throw line.invalid("not a kind: " + line.text(1));
            }
            if (!kind.mayBeginOn(validFrom)) {
                throw line.invalid("a " + kind.key() + " does not begin on " + validFrom);
            }
            if (!CONFIDENCE.contains(line.text(4))) {
                throw line.invalid("not a confidence: " + line.text(4));
            }
            var series = rows.computeIfAbsent(new Series(line.country(0), kind), any -> new TreeMap<>());
            if (series.put(validFrom, line.number(3)) != null) {
                throw line.invalid("a second row for " + validFrom);
            }
        }
        return new Rates(rows);
    }

    /**
     * The late interest in force on a day, in percent a year. Norway: forsinkelsesrenteloven § 3. Sweden: räntelagen
     * §§ 6, 9, the reference rate and eight percentage points.
     *
     * @throws RateUnknown when the half-year of the date has no published rate
     */
    public BigDecimal lateInterestPercent(Country country, LocalDate date) {
        return switch (country) {
            case NO -> value(country, RateKind.LATE_INTEREST_PERCENT, date);
            case SE -> value(country, RateKind.REFERENCE_RATE_PERCENT, date).add(SWEDISH_MARGIN);
        };
    }

    /** The last day whose late interest is known; interest is never counted beyond it. */
    public LocalDate lateInterestKnownThrough(Country country) {
        var kind = country == Country.NO ? RateKind.LATE_INTEREST_PERCENT : RateKind.REFERENCE_RATE_PERCENT;
        return HalfYears.lastDay(rows.get(new Series(country, kind)).lastKey());
    }

    BigDecimal value(Country country, RateKind kind, LocalDate date) {
        return find(country, kind, date).orElseThrow(() -> new RateUnknown(country, kind.key(), date));
    }

    Optional<BigDecimal> find(Country country, RateKind kind, LocalDate date) {
        return Optional.ofNullable(rows.get(new Series(country, kind)))
                .map(series -> series.floorEntry(date))
                .filter(row -> kind.covers(row.getKey(), date))
                .map(Map.Entry::getValue);
    }

    private record Series(Country country, RateKind kind) {}
}
