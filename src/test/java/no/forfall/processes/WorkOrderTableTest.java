package no.forfall.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import no.forfall.engine.Tables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What each reason is worth in the order of the work list, at the bound of each row and just past the last. */
@ProcessTest
class WorkOrderTableTest {

    @Autowired
    Tables tables;

    @ParameterizedTest
    @CsvSource({
        "INSOLVENT, 0, 60",
        "PROMISE_BROKEN, 1, 60",
        "PROMISE_BROKEN, 7, 40",
        "PROMISE_BROKEN, 30, 20",
        "STANDS_STILL, 0, 40",
        "WORK_DUE, 3, 40",
        "WORK_DUE, 1, 30",
        "WORK_DUE, 0, 20",
        "TIME_BARRED, 30, 50",
        "TIME_BARRED, 180, 25",
        "LAWFUL, 0, 10",
        "LAWFUL, 7, 5",
        "AMOUNT, 100000, 50",
        "AMOUNT, 50000, 40",
        "AMOUNT, 20000, 30",
        "AMOUNT, 5000, 20",
        "AMOUNT, 1000, 10",
        "AGE, 90, 25",
        "AGE, 60, 20",
        "AGE, 30, 15",
        "AGE, 14, 10",
        "AGE, 1, 5",
        "EXPOSURE, 250000, 20",
        "EXPOSURE, 50000, 10",
        "NOT_REACHED, 0, 5",
        "AMOUNT, 999, 0",
        "AGE, 0, 0",
        "EXPOSURE, 49999, 0",
        "PROMISE_BROKEN, 31, 0",
        "TIME_BARRED, 181, 0",
        "LAWFUL, 8, 0"
    })
    void givesPoints(String fact, int value, int points) {
        Object given = tables.ask("work-order", Map.of("fact", fact, "value", value))
                .outputs()
                .getOrDefault("points", 0);
        assertThat(((Number) given).intValue()).isEqualTo(points);
    }
}
