package no.forfall.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.forfall.engine.TokenArrived;
import no.forfall.engine.TokenLeft;
import no.forfall.engine.TokenMoved;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Gathered;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Where the processes of all cases stand: a table of its own, written in the engine's transaction. */
@Service
public class Tokens {

    private static final String ROW =
            "select token, case_number, process, definition, element, name, kind, since, until from app.case_token ";

    private static final String ARRIVAL =
            "insert into app.case_token (token, case_number, process, definition, element, name, kind, since, until)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String DEPARTURES = "delete from app.case_token where token = any(?)";

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final Clock clock;
    private final Gathered<Move> moves = new Gathered<>(this::write);

    Tokens(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.clock = clock;
    }

    @EventListener
    void arrived(TokenArrived arrived) {
        moves.add(new Move(arrived.token(), new Object[] {
            arrived.token(),
            arrived.caseNumber().value(),
            arrived.process(),
            arrived.definition(),
            arrived.element(),
            arrived.name(),
            arrived.kind(),
            Timestamp.from(clock.instant()),
            timestamp(arrived.until())
        }));
    }

    @EventListener
    void left(TokenLeft left) {
        moves.add(new Move(left.token(), null));
    }

    /** @param arrival the values of its row; null when the token leaves */
    private record Move(String token, Object @Nullable [] arrival) {}

    /** A token that has left by now leaves no trace. */
    private void write(List<Move> moved) {
        Map<String, Object[]> arrivals = new LinkedHashMap<>();
        List<String> departures = new ArrayList<>();
        for (Move move : moved) {
            if (move.arrival() != null) {
                arrivals.put(move.token(), move.arrival());
            } else if (arrivals.remove(move.token()) == null) {
                departures.add(move.token());
            }
        }
        if (!departures.isEmpty()) {
            jdbc.update(DEPARTURES, (Object) departures.toArray(String[]::new));
        }
        if (!arrivals.isEmpty()) {
            jdbc.batchUpdate(ARRIVAL, List.copyOf(arrivals.values()));
        }
    }

    @EventListener
    void moved(TokenMoved moved) {
        moves.write();
        client.sql("update app.case_token set until = ? where token = ?")
                .params(Timestamp.from(moved.until()), moved.token())
                .update();
    }

    /** Where one case stands, the innermost process last. */
    public List<Token> of(CaseNumber caseNumber) {
        moves.write();
        return client.sql(ROW + "where case_number = ? order by since, kind = 'callActivity' desc, token")
                .param(caseNumber.value())
                .query(Tokens::row)
                .list();
    }

    /** Where some cases stand, by case; a case that stands nowhere is left out. */
    public Map<CaseNumber, List<Token>> of(Collection<CaseNumber> caseNumbers) {
        moves.write();
        return client
                .sql(ROW + "where case_number = any(:cases) order by since, kind = 'callActivity' desc, token")
                .param("cases", caseNumbers.stream().map(CaseNumber::value).toArray(String[]::new))
                .query(Tokens::row)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Token::caseNumber));
    }

    /** How many cases stand at each element of a process, over all its editions. */
    public Map<String, Long> countByElement(String process) {
        Map<String, Long> counts = new LinkedHashMap<>();
        client.sql("select element, count(*) from app.case_token where process = ? group by element order by element")
                .param(process)
                .query((row, number) -> counts.put(row.getString(1), row.getLong(2)))
                .list();
        return counts;
    }

    /** How many cases stand in each process, the fullest first. */
    public Map<String, Long> countByProcess() {
        Map<String, Long> counts = new LinkedHashMap<>();
        client.sql("select process, count(distinct case_number) as cases from app.case_token group by process"
                        + " order by cases desc, process")
                .query((row, number) -> counts.put(row.getString(1), row.getLong(2)))
                .list();
        return counts;
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant time) {
        return time == null ? null : Timestamp.from(time);
    }

    private static Token row(ResultSet row, int number) throws SQLException {
        Timestamp until = row.getTimestamp("until");
        return new Token(
                row.getString("token"),
                new CaseNumber(row.getString("case_number")),
                row.getString("process"),
                row.getString("definition"),
                row.getString("element"),
                row.getString("name"),
                row.getString("kind"),
                row.getTimestamp("since").toInstant(),
                until == null ? null : until.toInstant());
    }
}
