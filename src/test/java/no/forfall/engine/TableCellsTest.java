package no.forfall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.forfall.engine.closing.FileGate;
import no.forfall.engine.closing.GateFinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableCellsTest {

    private final FileGate gate = new FileGate(new ObjectMapper());

    private List<GateFinding> findings(String table, String cell, String with) throws IOException {
        String file = Files.readString(Path.of("processes/policy", table));
        assertThat(file).contains("<text>" + cell + "</text>");
        return gate.findings(
                table,
                file.replace("<text>" + cell + "</text>", "<text>" + with + "</text>")
                        .getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "promise-policy.dmn | 9 | seven | row 1, Most days ahead: seven is no integer",
                "promise-policy.dmn | 9 | 900 | row 1, Most days ahead: 900 is none of [0..90]",
                "promise-policy.dmn | 45 | 4.5 | row 4, Most days ahead: 4.5 is no integer",
                "plan-policy.dmn | false | maybe | row 4, Charge the plan: maybe is no true or false"
            })
    void refusesACellThatDoesNotFitItsColumnAndNamesItsRow(String table, String cell, String with, String said)
            throws IOException {
        assertThat(findings(table, cell, with)).singleElement().satisfies(finding -> {
            assertThat(finding.getMessage()).endsWith(said);
            assertThat(finding.getLine()).isPositive();
        });
    }

    @Test
    void refusesAWordThatTheColumnDoesNotKnow() throws IOException {
        assertThat(findings("letter-policy.dmn", "\"FIRM\"", "\"RUDE\"")).isNotEmpty();
    }

    @Test
    void takesAnswersThatAreEmptyOrComputed() throws IOException {
        assertThat(findings("plan-policy.dmn", "1000", "amount / 24")).isEmpty();
        assertThat(findings("plan-policy.dmn", "1000", "")).isEmpty();
    }
}
