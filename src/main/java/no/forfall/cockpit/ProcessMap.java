package no.forfall.cockpit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.forfall.cases.Cases;
import no.forfall.cases.Tokens;
import no.forfall.engine.Edition;
import no.forfall.engine.Editions;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.web.util.UriComponentsBuilder;

/** Where all cases stand in one process, on its newest diagram and as a table. */
@Service
public class ProcessMap {

    /** @param here whether it is the one shown */
    public record Choice(String key, String name, long cases, boolean here) {}

    public record Diagram(String src, String marks, String name, String version) {}

    /** @param money open principal of the cases there, one amount for each currency */
    public record Step(String name, long count, long oldestDays, List<Money> money, String href) {}

    private record Row(String element, String currency, long count, long oldestDays, Money money) {}

    private final Tokens tokens;
    private final Editions editions;
    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final ObjectMapper json;
    private final Clock clock;

    ProcessMap(
            Tokens tokens, Editions editions, JdbcClient jdbc, MessageSource messages, ObjectMapper json, Clock clock) {
        this.tokens = tokens;
        this.editions = editions;
        this.jdbc = jdbc;
        this.messages = messages;
        this.json = json;
        this.clock = clock;
    }

    /** The processes in which cases stand, and the ladder always, with the most cases first. */
    public List<Choice> processes(String shown, Locale language) {
        Map<String, Long> counts = new LinkedHashMap<>(tokens.countByProcess());
        counts.putIfAbsent(Cases.LADDER, 0L);
        return counts.entrySet().stream()
                .map(entry -> new Choice(
                        entry.getKey(),
                        newest(entry.getKey())
                                .map(edition -> editions.title(edition, language))
                                .orElse(entry.getKey()),
                        entry.getValue(),
                        entry.getKey().equals(shown)))
                .toList();
    }

    private Optional<Edition> newest(String process) {
        return editions.newest(Edition.Kind.PROCESS, process);
    }

    /** Empty when the process was never published. */
    public Optional<Diagram> diagram(String process, Locale language) {
        return newest(process)
                .map(edition -> new Diagram(
                        "/cockpit/diagram/" + process,
                        marks(process),
                        editions.title(edition, language),
                        messages.getMessage("cockpit.map.edition", new Object[] {edition.version()}, language)));
    }

    private String marks(String process) {
        Map<String, Map<String, Object>> marks = new LinkedHashMap<>();
        tokens.countByElement(process)
                .forEach((element, count) ->
                        marks.put(element, Map.of("count", count, "href", casesAt(process, element))));
        try {
            return json.writeValueAsString(marks);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String casesAt(String process, String element) {
        return UriComponentsBuilder.fromPath("/cases")
                .queryParam("process", process)
                .queryParam("element", element)
                .encode()
                .toUriString();
    }

    /** The steps at which cases stand, by element. */
    public List<Step> steps(String process, Locale language) {
        Map<String, List<Row>> byElement = new LinkedHashMap<>();
        rows(process).forEach(row -> byElement
                .computeIfAbsent(row.element(), element -> new ArrayList<>())
                .add(row));
        return byElement.entrySet().stream()
                .map(entry -> new Step(
                        editions.elementName(process, entry.getKey(), language),
                        entry.getValue().stream().mapToLong(Row::count).sum(),
                        entry.getValue().stream()
                                .mapToLong(Row::oldestDays)
                                .max()
                                .orElse(0),
                        entry.getValue().stream().map(Row::money).toList(),
                        casesAt(process, entry.getKey())))
                .toList();
    }

    private List<Row> rows(String process) {
        return jdbc.sql("""
                        select t.element, i.currency, count(distinct c.number), min(t.since), sum(p.amount)
                        from app.case_token t
                        join app.collection_case c on c.number = t.case_number
                        join app.invoice i on i.id = c.invoice_id
                        cross join lateral (
                            select coalesce(sum(l.effect), 0) as amount
                            from app.ledger_line l where l.invoice_id = i.id and l.part = 'PRINCIPAL') p
                        where t.process = ?
                        group by t.element, i.currency
                        order by t.element, i.currency
                        """).param(process).query(this::row).list();
    }

    private Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                Math.max(
                        0,
                        Duration.between(row.getTimestamp(4).toInstant(), clock.instant())
                                .toDays()),
                Money.of(CurrencyUnit.of(row.getString(2)), row.getBigDecimal(5)));
    }
}
