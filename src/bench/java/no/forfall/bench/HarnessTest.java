package no.forfall.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The arithmetic of the report, and that the comparison without an engine has a statement for every step. */
class HarnessTest {

    @Test
    void takesTheMedianOfTheRounds() {
        assertThat(Results.median(9, 1, 2)).isEqualTo(2);
        assertThat(Results.median(4, 1, 2, 3)).isEqualTo(2.5);
        assertThat(Results.median()).isNaN();
    }

    @Test
    void comparesSidesByTheirMedians() {
        Results results = new Results("", List.of(costing("a", 10), costing("b", 30), costing("a", 20)));
        assertThat(results.ratio("b", "a", measure -> measure.each().sql())).isEqualTo(2);
        assertThat(results.ratio("c", "a", measure -> measure.each().sql())).isNaN();
        assertThat(results.sides()).containsExactly("a", "b");
        assertThat(results.row("b", "B")).isEqualTo("| B | 1.0 (1.0 + 0.0) | 30.0 | 2.00 | 5 | 0.0 | 7 | – |\n");
    }

    private static Measure costing(String side, double sql) {
        Map<String, Cost> phases = Map.of("all", new Cost(2 * sql, 2, 10, 0.002, 0, 1));
        return new Measure(side, 2, phases, 4, 14, 0, Map.of(), List.of(), Map.of());
    }

    @Test
    void saysWhichGoalIsMet() {
        Goal less = Goal.atMost("commits", 2.5, 1.8, "");
        assertThat(less.verdict(1.8)).isEqualTo("aim met");
        assertThat(less.verdict(2.5)).isEqualTo("must met, aim missed");
        assertThat(less.verdict(2.6)).isEqualTo("**missed**");
        assertThat(less.verdict(Double.NaN)).isEqualTo("not measured");
        assertThat(Goal.atLeast("CPU", 3, 5).row(4.26))
                .isEqualTo("| CPU | ≥ 3× | ≥ 5× | 4.26× | must met, aim missed |\n");
        assertThat(Goal.atMost("SQL", 70, 45, "").row(397)).isEqualTo("| SQL | ≤ 70 | ≤ 45 | 397 | **missed** |\n");
    }

    @Test
    void replacesThePartOfAScenarioAndLeavesTheWordsAround() {
        String first = Report.with("# Title\n\nWords.\n", "one", "old");
        String both = Report.with(first, "two", "other") + "\nMore words.\n";
        assertThat(Report.with(both, "one", "new"))
                .isEqualTo("# Title\n\nWords.\n\n<!-- measured: one -->\nnew\n<!-- end: one -->\n\n"
                        + "<!-- measured: two -->\nother\n<!-- end: two -->\n\nMore words.\n");
    }

    @Test
    void sendsHalfOfTheInvoicesToTheAgencyAndDisputesATenth() {
        Cohort cohort = new Cohort(2_000_001, 100, LocalDate.of(2026, 4, 13));
        assertThat(cohort.paid()).hasSize(50);
        assertThat(cohort.disputed()).hasSize(10).allMatch(cohort.unpaid()::contains);
    }

    @Test
    void knowsTheRowsOfEveryStep() {
        BusinessRows rows = new BusinessRows();
        assertThat(rows.of("register")).hasSize(6).allMatch(sql -> sql.contains(":n::bigint"));
        assertThat(rows.of("close")).hasSize(2);
    }
}
