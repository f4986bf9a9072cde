package no.forfall.cockpit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forfall.engine.Edition;
import no.forfall.engine.Editions;
import no.forfall.law.Law;
import no.forfall.law.StatedRule;
import no.forfall.shared.Country;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.web.util.UriComponentsBuilder;

/** Counts what the law stopped, by rule and version of the process. */
@Repository
public class LegalStopTable {

    private static final String REVIEW = "-REVIEW";

    private final JdbcClient jdbc;
    private final Editions editions;
    private final Law law;
    private final MessageSource messages;
    private final Clock clock;

    LegalStopTable(JdbcClient jdbc, Editions editions, Law law, MessageSource messages, Clock clock) {
        this.jdbc = jdbc;
        this.editions = editions;
        this.law = law;
        this.messages = messages;
        this.clock = clock;
    }

    /** Everything that was ever stopped, first where most cases stand still now. */
    public List<LegalStop> all(Locale language) {
        Map<String, StatedRule> rules = rules();
        return jdbc.sql("""
                        select s.rule, max(s.statute) as statute, s.process, s.version,
                            count(distinct s.case_number) filter (where s.kind = 'REFUSED') as waited,
                            count(distinct s.case_number) filter (where s.kind = 'BARRED') as asked,
                            count(distinct s.case_number) filter (where s.kind = 'WITHOUT_FEE') as without_fee,
                            count(distinct s.case_number) filter (where o.state = 'BARRED' and o.rule = s.rule) as standing
                        from app.legal_stop s
                        left join app.outbox o on o.key = s.effect
                        group by s.rule, s.process, s.version
                        order by standing desc, count(distinct s.case_number) desc, s.rule, s.process, s.version desc
                        """).query((row, number) -> stop(row, rules, language)).list();
    }

    private Map<String, StatedRule> rules() {
        return Stream.of(Country.values())
                .flatMap(country ->
                        law.rules(country, LocalDate.ofInstant(clock.instant(), country.zone())).rules().stream())
                .collect(Collectors.toMap(StatedRule::id, rule -> rule));
    }

    private LegalStop stop(ResultSet row, Map<String, StatedRule> rules, Locale language) throws SQLException {
        String rule = row.getString("rule");
        String process = row.getString("process");
        int version = row.getInt("version");
        StatedRule stated = rules.get(rule);
        String review = rule.endsWith(REVIEW) ? messages.getMessage("cockpit.law.review", null, language) : null;
        return new LegalStop(
                rule,
                row.getString("statute"),
                stated == null ? review : stated.text(language),
                process,
                editions.newest(Edition.Kind.PROCESS, process)
                        .map(edition -> editions.title(edition, language))
                        .orElse(process),
                version,
                row.getLong("waited"),
                row.getLong("asked"),
                row.getLong("without_fee"),
                row.getLong("standing"),
                UriComponentsBuilder.fromPath("/cases")
                        .queryParam("rule", rule)
                        .queryParam("process", process)
                        .queryParam("version", version)
                        .encode()
                        .toUriString());
    }
}
