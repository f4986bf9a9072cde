package no.forfall.cockpit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.forfall.casefile.Age;
import no.forfall.shared.Country;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sums the open principal by currency and age. */
@Repository
class AgeingTable {

    private static final String SQL = """
            select i.currency, %s as age, count(*), sum(p.amount)
            from app.collection_case c
            join app.invoice i on i.id = c.invoice_id
            cross join lateral (
                select coalesce(sum(l.effect), 0) as amount
                from app.ledger_line l where l.invoice_id = i.id and l.part = 'PRINCIPAL') p
            where p.amount <> 0
            group by 1, 2
            """.formatted(Age.CLASSES.stream()
            .map(age -> "when cast(:today as date) - i.due_on between " + age.from() + " and " + age.through()
                    + " then '" + age + "'")
            .collect(Collectors.joining(" ", "case ", " end")));

    private record Sum(long count, BigDecimal amount) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    AgeingTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One ageing for each currency in which principal is open, by the currency's code. */
    List<Ageing> now() {
        Map<String, Map<Age, Sum>> sums = new TreeMap<>();
        jdbc.sql(SQL)
                .param("today", Date.valueOf(LocalDate.ofInstant(clock.instant(), Country.NO.zone())))
                .query(row -> {
                    sums.computeIfAbsent(row.getString(1), currency -> new EnumMap<>(Age.class))
                            .put(Age.valueOf(row.getString(2)), new Sum(row.getLong(3), row.getBigDecimal(4)));
                });
        return sums.entrySet().stream()
                .map(entry -> ageing(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Ageing ageing(String currency, Map<Age, Sum> sums) {
        CurrencyUnit unit = CurrencyUnit.of(currency);
        BigDecimal widest = sums.values().stream().map(Sum::amount).reduce(BigDecimal.ONE, BigDecimal::max);
        List<Ageing.Bucket> buckets = new ArrayList<>();
        for (Age age : Age.CLASSES) {
            Sum sum = sums.getOrDefault(age, new Sum(0, BigDecimal.ZERO));
            int share = sum.amount()
                    .max(BigDecimal.ZERO)
                    .movePointRight(2)
                    .divide(widest, 0, RoundingMode.HALF_UP)
                    .intValue();
            buckets.add(new Ageing.Bucket(
                    age,
                    sum.count(),
                    Money.of(unit, sum.amount()),
                    share,
                    "/cases?age=" + age + "&currency=" + currency));
        }
        return new Ageing(
                currency,
                buckets.stream().map(Ageing.Bucket::amount).reduce(Money.zero(unit), Money::plus),
                buckets.stream().mapToLong(Ageing.Bucket::count).sum(),
                buckets);
    }
}
