package no.forfall.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.forfall.cases.Cases;
import no.forfall.engine.Edition;
import no.forfall.engine.Editions;
import no.forfall.ui.Formats;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The diagram that a case follows, in the edition it follows, with a mark where it stands. */
@Component
class DiagramScreen {

    private final Editions editions;
    private final Formats formats;
    private final MessageSource messages;
    private final ObjectMapper json;

    DiagramScreen(Editions editions, Formats formats, MessageSource messages, ObjectMapper json) {
        this.editions = editions;
        this.formats = formats;
        this.messages = messages;
        this.json = json;
    }

    /** The ladder where the case stands on it, else whatever runs; null when nothing does. */
    CaseView.@Nullable Diagram of(CaseFile file, Locale language) {
        List<CaseFile.Step> steps = file.steps();
        return steps.stream()
                .filter(step -> step.process().equals(Cases.LADDER))
                .findFirst()
                .or(() -> steps.stream().findFirst())
                .map(step -> new CaseView.Diagram(
                        "/cases/" + file.number() + "/diagram/" + step.definition(),
                        marks(file, step.definition()),
                        version(step, language)))
                .orElse(null);
    }

    private String marks(CaseFile file, String definition) {
        Map<String, Map<String, Object>> marks = new LinkedHashMap<>();
        for (CaseFile.Step step : file.steps()) {
            if (step.definition().equals(definition)) {
                Map<String, Object> mark = new LinkedHashMap<>();
                mark.put("current", true);
                if (step.until() != null) {
                    mark.put(
                            "note",
                            formats.date(LocalDate.ofInstant(
                                    step.until(), file.creditor().country().zone())));
                }
                marks.put(step.element(), mark);
            }
        }
        try {
            return json.writeValueAsString(marks);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String version(CaseFile.Step step, Locale language) {
        return editions.history(Edition.Kind.PROCESS, step.process()).stream()
                .filter(edition -> edition.id().equals(step.definition()))
                .findFirst()
                .map(edition -> messages.getMessage(
                        "cases.diagram.edition",
                        new Object[] {editions.title(edition, language), edition.version()},
                        language))
                .orElse(step.process());
    }
}
