package no.forfall.arrangements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.forfall.cases.MorningNews;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells which promises and plans were kept, in part, or not, and how much they were about. */
@Component
class ArrangementNews implements MorningNews {

    /** The kinds are written out, so that the index of just these entries is used. */
    private static final String ENDED = """
            select j.case_number, j.kind, j.at, a.currency, a.total
            from app.journal j
            left join lateral (
                select a.currency, sum(i.amount) as total
                from app.arrangement a join app.instalment i on i.arrangement_id = a.id
                where a.case_number = j.case_number
                    and a.state = case j.kind when 'ArrangementKept' then 'KEPT' when 'PromisePartlyKept' then 'PARTLY' else 'BROKEN' end
                group by a.number, a.currency order by a.number desc limit 1) a on true
            where j.kind in ('ArrangementKept', 'ArrangementBroken', 'PromisePartlyKept') and j.at >= :from
            order by j.at desc, j.id desc limit 1000
            """;

    private record Ended(String kind, Line line) {}

    private final JdbcClient jdbc;

    ArrangementNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<News> since(Instant from, String person, int most) {
        Map<String, List<Line>> ended =
                jdbc.sql(ENDED).param("from", Timestamp.from(from)).query(ArrangementNews::row).list().stream()
                        .collect(Collectors.groupingBy(
                                Ended::kind, Collectors.mapping(Ended::line, Collectors.toList())));
        List<News> news = new ArrayList<>();
        add("PROMISES_BROKEN", ended.get(ArrangementBroken.class.getSimpleName()), most, news);
        add("PROMISES_PARTLY", ended.get(PromisePartlyKept.class.getSimpleName()), most, news);
        add("PROMISES_KEPT", ended.get(ArrangementKept.class.getSimpleName()), most, news);
        return news;
    }

    private static void add(String subject, @Nullable List<Line> lines, int most, List<News> news) {
        if (lines != null) {
            Map<CurrencyUnit, Money> sums = new TreeMap<>();
            lines.stream()
                    .map(Line::amount)
                    .filter(Objects::nonNull)
                    .forEach(amount -> sums.merge(amount.getCurrencyUnit(), amount, Money::plus));
            news.add(new News(
                    subject,
                    lines.size(),
                    List.copyOf(sums.values()),
                    lines.stream().limit(most).toList()));
        }
    }

    private static Ended row(ResultSet row, int number) throws SQLException {
        String currency = row.getString("currency");
        return new Ended(
                row.getString("kind"),
                new Line(
                        new CaseNumber(row.getString("case_number")),
                        LocalDate.ofInstant(row.getTimestamp("at").toInstant(), Country.NO.zone()),
                        currency == null ? null : Money.of(CurrencyUnit.of(currency), row.getBigDecimal("total"))));
    }
}
