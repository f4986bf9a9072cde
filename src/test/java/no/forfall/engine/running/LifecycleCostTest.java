package no.forfall.engine.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.Samples;
import no.forfall.agency.AgencyAnswers;
import no.forfall.identity.Role;
import no.forfall.intake.Imports;
import no.forfall.worklist.Worklist;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * What the life of one invoice costs the database, as the database counts it: import, three letters, then half are paid and
 * the rest get a notice, go to the agency when two people say so, and end with its answer. Journal, work list, ledger, law and outbox included.
 */
@ForfallTest
@TestPropertySource(
        properties = {
            "camunda.bpm.history-level=none",
            // rounds by the wall clock would count how busy the machine is
            "forfall.webhooks.pause=PT1H",
            "forfall.intake.watch-every=PT1H",
            "forfall.intake.turn-every=PT1H",
            "forfall.intake.tell-every=PT1H",
            "forfall.agency.answer-check=PT1H",
            "forfall.cases.behaviour-round=PT1H"
        })
class LifecycleCostTest {

    private static final Logger log = LoggerFactory.getLogger(LifecycleCostTest.class);
    private static final int CASES = Integer.getInteger("forfall.cost.cases", 60);

    /** A step above what was counted when it was set; whoever makes it fewer sets it lower. */
    private static final double MOST_STATEMENTS = 100;

    private static final double MOST_COMMITS = 5;

    @Autowired
    House house;

    @Autowired
    Samples samples;

    @Autowired
    Imports imports;

    @Autowired
    AgencyAnswers answers;

    @Autowired
    ObjectMapper json;

    @Autowired
    Worklist worklist;

    @Autowired
    JdbcClient jdbc;

    private void receive(String kind, String csv) {
        imports.receive(kind, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), kind + ".csv", "test");
    }

    private String invoices() {
        return IntStream.range(0, CASES)
                .mapToObj(n ->
                        "987654325;Fjord Varme AS;NO;C%d;2026-03-23;2026-04-20;NOK;1000.00;7%08d;K%d;Kunde %d;business;k%d@x.example;Lia 1;0150;Oslo;NO;known"
                                .formatted(n, n, n, n, n))
                .collect(Collectors.joining(
                        "\n",
                        "creditor_org;creditor_name;creditor_country;invoice;issued;due;currency;amount;reference;customer;name;kind;email;street;postal_code;city;country;relation\n",
                        "\n"));
    }

    private String payments() {
        return IntStream.range(0, CASES / 2)
                .mapToObj(n -> "P%d;2026-05-11;1100.00;NOK;7%08d".formatted(n, n))
                .collect(Collectors.joining("\n", "id;booked;amount;currency;reference\n", "\n"));
    }

    @Test
    void asksTheDatabaseNoMoreThanItDid() {
        house.itIs("2026-03-25");
        samples.person("hanna", "Hanna Handler", Role.HANDLER);
        samples.person("marit", "Marit Manager", Role.MANAGER);
        jdbc.sql("create extension if not exists pg_stat_statements schema public")
                .update();
        jdbc.sql("select pg_stat_statements_reset()").query().listOfRows();

        receive("invoices", invoices());
        phase("import");
        house.goTo("2026-05-11");
        phase("letters");
        receive("payments", payments());
        phase("payments");
        house.goTo("2026-07-10");
        phase("notice");
        List<String> decisions = open("decideHandOver");
        decisions.forEach(id -> worklist.complete(id, "hanna", Map.of("handOverDecision", "HAND_OVER")));
        phase("decisions");
        open("approveHandOver").forEach(id -> worklist.complete(id, "marit", Map.of("handOverApproved", "APPROVE")));
        phase("approvals");
        house.goTo("2026-07-13");
        phase("hand-over");
        List<UUID> handovers =
                jdbc.sql("select id from app.handover").query(UUID.class).list();
        handovers.forEach(id -> answers.take(id, json.createObjectNode().put("status", "CLOSED")));
        phase("answers");

        assertThat(decisions).hasSize(CASES - CASES / 2);
        assertThat(handovers).hasSize(CASES - CASES / 2);
        double statements = perCase("true");
        double commits = perCase("query = 'BEGIN'");
        log.info("per lifecycle: {} statements, {} commits", statements, commits);
        assertThat(statements).isLessThanOrEqualTo(MOST_STATEMENTS);
        assertThat(commits).isLessThanOrEqualTo(MOST_COMMITS);
    }

    private List<String> open(String element) {
        return jdbc.sql("select id from app.work_item where element = ? and done_at is null")
                .param(element)
                .query(String.class)
                .list();
    }

    private double perCase(String which) {
        return jdbc.sql("select coalesce(sum(calls), 0) from pg_stat_statements where " + which
                                + " and dbid = (select oid from pg_database where datname = current_database())")
                        .query(Double.class)
                        .single()
                / CASES;
    }

    private void phase(String name) {
        log.info("{}: {} statements, {} commits", name, perCase("true"), perCase("query = 'BEGIN'"));
        if (!Boolean.getBoolean("forfall.cost.statements")) {
            return;
        }
        jdbc.sql("select calls, regexp_replace(query, '\\s+', ' ', 'g') q from pg_stat_statements"
                        + " where dbid = (select oid from pg_database where datname = current_database())"
                        + " order by calls desc limit 170")
                .query((row, n) ->
                        String.format(Locale.ROOT, "%7.2f %.150s", row.getDouble(1) / CASES, row.getString(2)))
                .list()
                .forEach(log::info);
    }
}
