package no.forfall.engine.closing;

import java.util.List;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * One thing a published file may not contain, in the form in which the engine reports its own findings.
 *
 * @param line counted from one; zero when the file as a whole is meant
 * @param id of the nearest element that has one; null when the file as a whole is meant
 */
public record GateFinding(
        String message, int line, int column, @Nullable String id) implements Problem {

    static GateFinding at(Element element, String id, String fault) {
        return new GateFinding("'" + id + "': " + fault, element.getLine(), element.getColumn(), id);
    }

    static GateFinding ofFile(String fault) {
        return new GateFinding(fault, 0, 0, null);
    }

    @Override
    public String getMessage() {
        return message;
    }

    @Override
    public int getLine() {
        return line;
    }

    @Override
    public int getColumn() {
        return column;
    }

    @Override
    public @Nullable String getMainElementId() {
        return id;
    }

    @Override
    public List<String> getElementIds() {
        return id == null ? List.of() : List.of(id);
    }
}
