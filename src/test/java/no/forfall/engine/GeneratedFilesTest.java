package no.forfall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import no.forfall.ForfallTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The files that are written from the activities say what the code says. */
@ForfallTest
class GeneratedFilesTest {

    private static final String REWRITE =
            "the code of the activities has moved on; rewrite the file with: mvn test -Dtest=GeneratedFilesTest -Dforfall.write=true";

    @Autowired
    ElementTemplates templates;

    @Autowired
    ActivityReference reference;

    @Autowired
    ObjectMapper json;

    @Test
    void elementTemplatesAreUpToDate() throws IOException {
        holds("processes/.camunda/element-templates/forfall.json", templates.in(Locale.ENGLISH));
    }

    @Test
    void theReferenceOfActivitiesIsUpToDate() throws IOException {
        holds("docs/activities.md", reference.markdown());
    }

    @Test
    void aTemplateSpeaksTheReadersLanguage() throws IOException {
        JsonNode close = closeCase(Locale.forLanguageTag("sv"));
        assertThat(close.path("name").asText()).isEqualTo("Stäng ärendet");
        assertThat(close.path("elementType").path("value").asText()).isEqualTo("bpmn:ServiceTask");
        JsonNode hidden = close.path("properties").path(0);
        assertThat(hidden.path("value").asText()).isEqualTo("${closeCase}");
        JsonNode reason = close.path("properties").path(1);
        assertThat(reason.path("type").asText()).isEqualTo("Dropdown");
        assertThat(reason.path("binding").path("name").asText()).isEqualTo("reason");
        assertThat(reason.path("constraints").path("notEmpty").asBoolean()).isTrue();
    }

    private JsonNode closeCase(Locale language) throws IOException {
        for (JsonNode template : json.readTree(templates.in(language))) {
            if (template.path("id").asText().equals("no.forfall.closeCase")) {
                return template;
            }
        }
        throw new AssertionError("There is no template for closeCase");
    }

    private static void holds(String path, String content) throws IOException {
        Path file = Path.of(path);
        if (Boolean.getBoolean("forfall.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        }
        assertThat(file).as(REWRITE).exists().hasContent(content);
    }
}
