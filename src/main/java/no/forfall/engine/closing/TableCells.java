package no.forfall.engine.closing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Holds the answers of a decision table against the type and the allowed values of their column. A cell that computes from the
 * table's inputs is left to the table.
 */
final class TableCells {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern RANGE = Pattern.compile("\\[\\s*(" + NUMBER + ")\\s*\\.\\.\\s*(" + NUMBER + ")\\s*]");
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");

    private TableCells() {}

    static List<GateFinding> findings(Element root) {
        List<GateFinding> findings = new ArrayList<>();
        for (Element decision : root.elements("decision")) {
            for (Element table : decision.elements("decisionTable")) {
                findings.addAll(inTable(table));
            }
        }
        return findings;
    }

    private static List<GateFinding> inTable(Element table) {
        List<String> inputs = table.elements("input").stream()
                .flatMap(input -> input.elements("inputExpression").stream())
                .map(TableCells::text)
                .filter(text -> !text.isEmpty())
                .toList();
        List<Element> outputs = table.elements("output");
        List<GateFinding> findings = new ArrayList<>();
        int row = 0;
        for (Element rule : table.elements("rule")) {
            row++;
            List<Element> cells = rule.elements("outputEntry");
            for (int column = 0; column < Math.min(cells.size(), outputs.size()); column++) {
                Element cell = cells.get(column);
                String place = "row " + row + ", " + label(outputs.get(column)) + ": ";
                fault(text(cell), outputs.get(column), inputs)
                        .ifPresent(fault -> findings.add(GateFinding.at(cell, cell.attribute("id"), place + fault)));
            }
        }
        return findings;
    }

    private static String label(Element output) {
        return Optional.ofNullable(output.attribute("label")).orElseGet(() -> output.attribute("name"));
    }

    private static String text(Element holder) {
        return Stream.of(holder)
                .flatMap(each -> each.elements("text").stream())
                .map(Element::getText)
                .findFirst()
                .orElse("")
                .strip();
    }

    private static Optional<String> fault(String cell, Element output, List<String> inputs) {
        if (cell.isEmpty() || cell.equals("-") || inputs.stream().anyMatch(input -> names(cell, input))) {
            return Optional.empty();
        }
        String type = String.valueOf(output.attribute("typeRef"));
        boolean wrong =
                switch (type) {
                    case "integer", "long" -> !cell.matches("-?\\d+");
                    case "double", "number" -> !NUMBER.matcher(cell).matches();
                    case "boolean" -> !cell.equals("true") && !cell.equals("false");
                    default -> false;
                };
        if (wrong) {
            return Optional.of(cell + " is no " + (type.equals("boolean") ? "true or false" : type));
        }
        return output.elements("outputValues").stream()
                .map(TableCells::text)
                .filter(allowed -> !isAllowed(cell, allowed))
                .findFirst()
                .map(allowed -> cell + " is none of " + allowed);
    }

    private static boolean names(String cell, String input) {
        return Pattern.compile("\\b" + Pattern.quote(input) + "\\b")
                .matcher(TEXT.matcher(cell).replaceAll(""))
                .find();
    }

    private static boolean isAllowed(String cell, String allowed) {
        Matcher range = RANGE.matcher(allowed);
        if (range.matches() && NUMBER.matcher(cell).matches()) {
            BigDecimal value = new BigDecimal(cell);
            return value.compareTo(new BigDecimal(range.group(1))) >= 0
                    && value.compareTo(new BigDecimal(range.group(3))) <= 0;
        }
        return !TEXT.matcher(cell).matches()
                || TEXT.matcher(allowed).results().anyMatch(each -> each.group().equals(cell));
    }
}
