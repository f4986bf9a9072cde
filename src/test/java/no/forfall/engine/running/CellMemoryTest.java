package no.forfall.engine.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellMemoryTest {

    private static final List<Object> VALUES = new ArrayList<>(Arrays.asList(
            "GOOD",
            "NEW",
            "",
            true,
            false,
            0,
            1,
            -1,
            500,
            500L,
            500.0,
            499.99,
            12.5,
            new Date(1_800_000_000_000L),
            null));

    private final FeelEngine library = new ScalaFeelEngineFactory().createInstance();
    private final List<String> asked = new ArrayList<>();
    private final CellMemory memory = new CellMemory(new FeelEngine() {
        @Override
        public <T> T evaluateSimpleExpression(String text, VariableContext variables) {
            asked.add(text);
            return library.evaluateSimpleExpression(text, variables);
        }

        @Override
        public boolean evaluateSimpleUnaryTests(String text, String input, VariableContext variables) {
            asked.add(text);
            return library.evaluateSimpleUnaryTests(text, input, variables);
        }
    });

    private static VariableContext with(Map<String, Object> values) {
        return Variables.fromMap(values).asVariableContext();
    }

    private static VariableContext input(Object value) {
        return Variables.createVariables().putValue("cellInput", value).asVariableContext();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"GOOD\"",
                "\"NEW\",\"GOOD\"",
                "not(\"GOOD\")",
                "true",
                "false",
                "null",
                "-",
                "< 500",
                ">= 500",
                "[-1..0]",
                "]0..500]",
                "500",
                "1, 12.5",
                "not(1)",
                "? > 1",
                "\"a \\\" b\""
            })
    void answersACellOfARuleAsTheLibraryDoesAndAsksItOnceForAValue(String cell) {
        for (int turn = 0; turn < 2; turn++) {
            for (Object value : VALUES) {
                assertThat(memory.evaluateSimpleUnaryTests(cell, "cellInput", input(value)))
                        .as("%s for %s", cell, value)
                        .isEqualTo(library.evaluateSimpleUnaryTests(cell, "cellInput", input(value)));
            }
        }
        assertThat(asked).hasSameSizeAs(VALUES);
    }

    @Test
    void answersANameAsTheLibraryDoesAndAsksItOnceForAValue() {
        for (int turn = 0; turn < 2; turn++) {
            for (Object value : VALUES) {
                VariableContext known =
                        Variables.createVariables().putValue("amount", value).asVariableContext();
                assertThat((Object) memory.evaluateSimpleExpression("amount", known))
                        .as("amount %s", value)
                        .isEqualTo(library.evaluateSimpleExpression("amount", known));
            }
        }
        assertThat(asked).hasSameSizeAs(VALUES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"ONE\"", "7", "true", "-3.5", "null"})
    void asksForAConstantOnce(String constant) {
        Object once = library.evaluateSimpleExpression(constant, with(Map.of()));
        assertThat((Object) memory.evaluateSimpleExpression(constant, with(Map.of("a", 1))))
                .isEqualTo(once);
        assertThat((Object) memory.evaluateSimpleExpression(constant, with(Map.of("a", 2))))
                .isEqualTo(once);
        assertThat(asked).hasSize(1);
    }

    @Test
    void asksEachTimeForWhatDependsOnMore() {
        assertThat(memory.evaluateSimpleUnaryTests("> limit", "x", with(Map.of("x", 5, "limit", 4))))
                .isTrue();
        assertThat(memory.evaluateSimpleUnaryTests("> limit", "x", with(Map.of("x", 5, "limit", 6))))
                .isFalse();
        assertThat((Object) memory.evaluateSimpleExpression("a + b", with(Map.of("a", 1, "b", 1))))
                .isEqualTo(2L);
        assertThat((Object) memory.evaluateSimpleExpression("a + b", with(Map.of("a", 1, "b", 2))))
                .isEqualTo(3L);
        assertThat((Object) memory.evaluateSimpleExpression("string(now())", with(Map.of())))
                .isNotNull();
        assertThat((Object) memory.evaluateSimpleExpression("string(now())", with(Map.of())))
                .isNotNull();
        assertThat(asked).hasSize(6);
    }

    @Test
    void keepsTheSameTextApartForOtherNames() {
        assertThat((Object) memory.evaluateSimpleExpression("a", with(Map.of("a", "x"))))
                .isEqualTo("x");
        assertThat((Object) memory.evaluateSimpleExpression("b", with(Map.of("b", "x"))))
                .isEqualTo("x");
        assertThat((Object) memory.evaluateSimpleExpression("a", with(Map.of("a", "y"))))
                .isEqualTo("y");
    }
}
